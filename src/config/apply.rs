//! Settings, applied to rules.

use super::{Config, Switch, fault_at, profiles};
use crate::finding::Severity;
use crate::rules::near::nearest;
use crate::rules::written::Status;
use crate::rules::{Fault, Rule, Rules};

impl Config {
    /// Applies the settings to the rules: the profile's first, then the house's. `profile` stands for the
    /// configuration's own.
    ///
    /// # Errors
    /// Settings for rules that are not there.
    pub fn apply(&self, profile: Option<&str>, rules: &mut Rules) -> Result<(), Vec<Fault>> {
        let mut faults = Vec::new();
        let known = profiles();
        let name = profile.or(self.profile.as_ref().map(|p| p.value.as_str()));
        if let Some(profile) = name.and_then(|name| known.get(name)) {
            for rule in &mut rules.rules {
                if profile.least.is_some_and(|least| rule.severity < least) {
                    switch(rule, Switch::Off);
                }
            }
            for (pattern, to) in &profile.rules {
                rules
                    .rules
                    .iter_mut()
                    .filter(|r| fits(pattern, &r.id))
                    .for_each(|r| switch(r, *to));
            }
        }
        for setting in &self.rules {
            let pattern = &setting.value.rules;
            let mut met = false;
            for rule in rules.rules.iter_mut().filter(|r| fits(pattern, &r.id)) {
                met = true;
                match &setting.value.genre {
                    Some(genre) => rule.guards.leave_genre(genre),
                    None => switch(rule, setting.value.switch),
                }
            }
            if !met {
                faults.push(nobody(pattern, rules, fault_at(&setting.origin, "")));
            }
        }
        for allowed in &self.allow {
            let pattern = &allowed.value.rules;
            let mut met = false;
            for rule in rules.rules.iter_mut().filter(|r| fits(pattern, &r.id)) {
                met = true;
                rule.guards.allow(&allowed.value.words);
            }
            if !met {
                faults.push(nobody(pattern, rules, fault_at(&allowed.origin, "")));
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

/// Does a pattern of a setting mean this rule?
fn fits(pattern: &str, id: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(head) => id.starts_with(head),
        None => pattern == id,
    }
}

fn switch(rule: &mut Rule, to: Switch) {
    rule.status = match to {
        Switch::Off => Status::Retired,
        _ => Status::Stable,
    };
    if let Some(severity) = to.severity() {
        rule.severity = severity;
        rule.set_severity = Some(severity);
    }
}

fn nobody(pattern: &str, rules: &Rules, fault: Fault) -> Fault {
    let near = nearest(pattern, rules.rules.iter().map(|r| &*r.id));
    let help = near.map_or_else(
        || "`presscheck rules list` shows their names; `tone/*` means a whole pack".to_owned(),
        |near| format!("did you mean \"{near}\"?"),
    );
    Fault {
        message: format!("there is no rule called `{pattern}`"),
        ..fault
    }
    .with_help(Some(help))
}

impl Config {
    /// What makes the exit code 1: `Some(None)` for nothing, `None` where no profile is named.
    #[must_use]
    pub fn fail_on(&self, profile: Option<&str>) -> Option<Option<Severity>> {
        let name = profile.or(self.profile.as_ref().map(|p| p.value.as_str()))?;
        profiles().get(name).map(|profile| profile.fail_on.severity())
    }
}
