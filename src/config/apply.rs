//! Settings, applied to rules.

use super::{Config, Switch, fault_at, profiles};
use crate::finding::Severity;
use crate::rules::near::nearest;
use crate::rules::pack::Case;
use crate::rules::reading::{OF_THE_WHOLE_FILE, misplaced};
use crate::rules::written::Status;
use crate::rules::{Fault, Rule, Rules, When};
use std::collections::BTreeSet;

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
        // What is said of all stories first, then of a sort, then of a place: the nearest holds.
        self.section(rules, &mut faults, |when| when.is_none());
        self.section(rules, &mut faults, |when| matches!(when, Some(When::Genre(_))));
        self.section(rules, &mut faults, |when| matches!(when, Some(When::Path(_))));
        for allowed in &self.allow {
            let pattern = &allowed.value.rules;
            let mut met = false;
            for rule in rules.rules.iter_mut().filter(|r| fits(pattern, &r.id)) {
                met = true;
                rule.guards.stand_by(&allowed.value.words);
            }
            if !met {
                faults.push(nobody(pattern, rules, fault_at(&allowed.origin, "")));
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

impl Config {
    /// Applies what is said of some stories, or of all.
    fn section(&self, rules: &mut Rules, faults: &mut Vec<Fault>, meant: impl Fn(Option<&When>) -> bool) {
        for set in self.strictness.iter().filter(|set| meant(set.value.when.as_ref())) {
            let lesser = |rule: &&mut Rule| set.value.least.is_some_and(|least| rule.severity < least);
            for rule in rules.rules.iter_mut().filter(lesser) {
                switch_for(rule, set.value.when.as_ref(), Switch::Off);
            }
        }
        for setting in self.rules.iter().filter(|set| meant(set.value.when.as_ref())) {
            let pattern = &setting.value.rules;
            let mut met = false;
            for rule in rules.rules.iter_mut().filter(|r| fits(pattern, &r.id)) {
                met = true;
                switch_for(rule, setting.value.when.as_ref(), setting.value.switch);
            }
            if !met {
                faults.push(nobody(pattern, rules, fault_at(&setting.origin, "")));
            }
        }
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
    rule.off = to == Switch::Off;
    rule.status = match to {
        Switch::Off => Status::Retired,
        _ => Status::Stable,
    };
    if let Some(severity) = to.severity() {
        rule.severity = severity;
        rule.set_severity = Some(severity);
    }
}

fn switch_for(rule: &mut Rule, when: Option<&When>, to: Switch) {
    match when {
        None => switch(rule, to),
        Some(when) => rule.cases.push(Case {
            when: when.clone(),
            status: Some(if to == Switch::Off {
                Status::Retired
            } else {
                Status::Stable
            }),
            severity: to.severity(),
            check: None,
        }),
    }
}

fn nobody(pattern: &str, rules: &Rules, fault: Fault) -> Fault {
    nobody_of(pattern, rules.rules.iter().map(|r| &*r.id), fault)
}

/// The fault of a setting for a rule that is not there.
pub(super) fn nobody_of<'a>(pattern: &str, rules: impl Iterator<Item = &'a str>, fault: Fault) -> Fault {
    if OF_THE_WHOLE_FILE.contains(&pattern) {
        let (message, help) = misplaced(pattern, "[rules]");
        return Fault { message, ..fault }.with_help(help);
    }
    // Whoever means a whole pack misspelt the pack's name.
    let near = match pattern.strip_suffix("/*") {
        Some(pack) => {
            let packs: BTreeSet<&str> = rules.filter_map(|rule| Some(rule.split_once('/')?.0)).collect();
            nearest(pack, packs).map(|pack| format!("{pack}/*"))
        }
        None => nearest(pattern, rules).map(str::to_owned),
    };
    let help = near.map_or_else(
        || "`presscheck rules list` shows their names; `tone/*` means a whole pack".to_owned(),
        |near| format!("did you mean \"{near}\"?"),
    );
    Fault {
        message: match pattern.strip_suffix("/*") {
            Some(pack) => format!("there is no pack called `{pack}`"),
            None => format!("there is no rule called `{pattern}`"),
        },
        ..fault
    }
    .with_help(Some(help))
}

impl Config {
    /// Is anything said of what makes the exit code 1 for one sort of story?
    #[must_use]
    pub fn fails_by_genre(&self) -> bool {
        let by_genre = |set: &super::Set<super::Strictness>| matches!(set.value.when, Some(When::Genre(_)));
        self.strictness
            .iter()
            .any(|set| by_genre(set) && set.value.fail_on.is_some())
    }

    /// What makes the exit code 1 for a story of this sort in these places: `Some(None)` for nothing, `None` where no profile is named.
    #[must_use]
    pub fn fail_on(&self, profile: Option<&str>, genre: Option<&str>, sections: &[String]) -> Option<Option<Severity>> {
        let said = |rank: u8| {
            let sets = self.strictness.iter().rev().map(|set| &set.value);
            let mut fits = sets.filter(|said| match &said.when {
                None => rank == 0,
                Some(when @ When::Genre(_)) => rank == 1 && when.fits(genre, sections),
                Some(when @ When::Path(_)) => rank == 2 && when.fits(genre, sections),
            });
            fits.find_map(|said| said.fail_on)
        };
        // What is said of a place holds before what is said of a sort, and that before what is said of all.
        if let Some(fail_on) = [2, 1, 0].into_iter().find_map(said) {
            return Some(fail_on.severity());
        }
        let name = profile.or(self.profile.as_ref().map(|p| p.value.as_str()))?;
        profiles().get(name).map(|profile| profile.fail_on.severity())
    }
}
