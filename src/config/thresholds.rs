//! Numbers of rules that a newsroom sets: the rule's file with another number in it, read like any other.

use super::apply::nobody_of;
use super::{Config, Set, Threshold, fault_at};
use crate::rules::near::nearest;
use crate::rules::pack::Case;
use crate::rules::{Fault, Rules, When};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A rule file: its path without `.toml`, and its text.
pub(super) type File = (String, String);

/// The numbers a rule's file may hold.
#[derive(Deserialize)]
struct Numbers {
    check: BTreeMap<String, BTreeMap<String, toml::Spanned<toml::Value>>>,
}

impl Config {
    /// Writes the house's thresholds into the files. What is said of some stories only becomes a file of its
    /// own, a variant, which [`Self::fold`] gives back to its rule.
    ///
    /// # Errors
    /// Thresholds of rules that are not there or have no such number.
    pub fn set_thresholds(&self, files: &mut Vec<File>) -> Result<(), Vec<Fault>> {
        let mut faults = Vec::new();
        for set in self.thresholds.iter().filter(|set| set.value.when.is_none()) {
            match with_number(set, files) {
                Ok((at, text)) => files[at].1 = text,
                Err(fault) => faults.push(fault),
            }
        }
        let cases = self.cases();
        for (number, (rule, when)) in cases.iter().enumerate() {
            let path = format!("{rule}#{number}");
            let own = |set: &&Set<Threshold>| set.value.rule == *rule && set.value.when.as_ref() == Some(when);
            let mut variant = files
                .iter()
                .find(|(path, _)| path == rule)
                .cloned()
                .into_iter()
                .collect::<Vec<_>>();
            for set in self.thresholds.iter().filter(own) {
                match with_number(set, &variant) {
                    Ok((at, text)) => variant[at].1 = text,
                    // The names of all rules help better than those of one.
                    Err(fault) => faults.push(with_number(set, files).err().unwrap_or(fault)),
                }
            }
            files.extend(variant.into_iter().map(|(_, text)| (path.clone(), text)));
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// Faults of rule files in which a threshold was set, told where the threshold is: the rule's own file is as it was.
    #[must_use]
    pub fn of_thresholds(&self, faults: Vec<Fault>) -> Vec<Fault> {
        let own = |fault: Fault| {
            let rule = fault
                .file
                .trim_end_matches(".toml")
                .split('#')
                .next()
                .unwrap_or_default();
            let mut sets = self.thresholds.iter().filter(|set| set.value.rule == rule);
            let about = |set: &&Set<Threshold>| fault.message.contains(&format!("`{}`", set.value.key));
            match sets.find(about) {
                Some(set) => fault_at(&set.origin, fault.message).with_help(fault.help),
                None => fault,
            }
        };
        faults.into_iter().map(own).collect()
    }

    /// Gives the variants back to their rules.
    pub fn fold(&self, rules: &mut Rules) {
        if self.thresholds.iter().all(|set| set.value.when.is_none()) {
            return;
        }
        let cases = self.cases();
        let (variants, own): (Vec<_>, Vec<_>) = std::mem::take(&mut rules.rules)
            .into_iter()
            .partition(|rule| rule.id.contains('#'));
        rules.rules = own;
        let mut variants: BTreeMap<_, _> = variants.into_iter().map(|rule| (rule.id.clone(), rule.check)).collect();
        for (number, (id, when)) in cases.into_iter().enumerate() {
            let check = variants.remove(format!("{id}#{number}").as_str());
            if let Some(rule) = rules.rules.iter_mut().find(|rule| *rule.id == *id) {
                rule.cases.push(Case {
                    when,
                    status: None,
                    severity: None,
                    check,
                });
            }
        }
    }

    /// The rules with thresholds for some stories, and which: those of a sort before those in a place.
    fn cases(&self) -> Vec<(String, When)> {
        let said = self.thresholds.iter().map(|set| &set.value);
        let mut cases: Vec<(String, When)> = Vec::new();
        for threshold in said {
            if let Some(when) = &threshold.when
                && !cases
                    .iter()
                    .any(|(rule, known)| *rule == threshold.rule && known == when)
            {
                cases.push((threshold.rule.clone(), when.clone()));
            }
        }
        cases.sort_by_key(|(_, when)| matches!(when, When::Path(_)));
        cases
    }
}

/// Which file a threshold is meant for, and its text with the number in it.
fn with_number(set: &Set<Threshold>, files: &[File]) -> Result<(usize, String), Fault> {
    let Threshold { rule, key, number, .. } = &set.value;
    let Some(at) = files.iter().position(|(path, _)| path == rule) else {
        let rules = files
            .iter()
            .map(|(path, _)| path.as_str())
            .filter(|path| path.contains('/') && !path.ends_with("/pack"));
        return Err(nobody_of(rule, rules, fault_at(&set.value.named, "")));
    };
    let text = &files[at].1;
    let tables = toml::from_str::<Numbers>(text)
        .map(|numbers| numbers.check)
        .unwrap_or_default();
    let is_number = |value: &toml::Spanned<toml::Value>| value.get_ref().is_integer() || value.get_ref().is_float();
    let numbers: Vec<_> = tables
        .values()
        .flatten()
        .filter(|(_, value)| is_number(value))
        .collect();
    let Some((_, value)) = numbers.iter().find(|(name, _)| *name == key) else {
        let names: Vec<&str> = numbers.iter().map(|(name, _)| name.as_str()).collect();
        let help = match (nearest(key, names.iter().copied()), names.as_slice()) {
            (Some(near), _) => format!("did you mean `{near}`?"),
            (None, []) => "its file holds no number".to_owned(),
            (None, names) => format!("its numbers are: {}", names.join(", ")),
        };
        let message = format!("`{rule}` has no number called `{key}`");
        return Err(fault_at(&set.origin, message).with_help(Some(help)));
    };
    let whole = value.get_ref().is_integer();
    if whole && (number.fract() != 0.0 || *number < 0.0) {
        let message = format!("`{key}` of `{rule}` must be a whole number from 0 up, not {number}");
        return Err(fault_at(&set.origin, message));
    }
    if !number.is_finite() {
        return Err(fault_at(
            &set.origin,
            format!("`{key}` of `{rule}` must be a number, not {number}"),
        )
        .with_help(Some("write it in figures".to_owned())));
    }
    let mut out = text.clone();
    let written = if whole {
        format!("{number:.0}")
    } else {
        format!("{number:?}")
    };
    out.replace_range(value.span(), &written);
    Ok((at, out))
}
