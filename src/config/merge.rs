//! One configuration laid over another: each setting keeps the place where it was made.

use super::written::{ConfigAsWritten, Switch, Thresholds};
use super::{Config, FailOn, Origin, PathPattern, Set, Setting, Strictness, Threshold, allow, profiles};
use crate::finding::Severity;
use crate::rules::fault::Fault;
use crate::rules::near::nearest;
use crate::rules::{Spanned, When};
use std::collections::BTreeMap;
use std::ops::Range;

impl<T> Set<T> {
    fn of(written: Spanned<T>, origin: &dyn Fn(Range<usize>) -> Origin) -> Self {
        Self {
            origin: origin(written.span()),
            value: written.into_inner(),
        }
    }
}

impl Config {
    /// Lays a configuration over what was there.
    pub(super) fn merge(&mut self, written: ConfigAsWritten, file: &str, text: &str, faults: &mut Vec<Fault>) {
        let origin = |span: Range<usize>| Origin {
            file: file.to_owned(),
            line: text.get(..span.start).map_or(0, |t| t.matches('\n').count()) + 1,
            span,
        };
        for folder in written.packs {
            self.packs.push(Set::of(folder, &origin));
        }
        if let Some(profile) = written.profile {
            let known = profiles();
            if !known.contains_key(profile.get_ref()) {
                let near = nearest(profile.get_ref(), known.keys().map(String::as_str));
                let names: Vec<&str> = known.keys().map(String::as_str).collect();
                let help = near.map_or_else(
                    || format!("the profiles are {}", names.join(", ")),
                    |near| format!("did you mean \"{near}\"?"),
                );
                let message = format!("there is no profile called \"{}\"", profile.get_ref());
                faults.push(Fault::new(file, Some(profile.span()), message).with_help(Some(help)));
            }
            self.profile = Some(Set::of(profile, &origin));
        }
        if let Some(reference) = written.reference {
            self.reference = Some(Set::of(reference, &origin));
        }
        self.strict(written.least, written.fail_on, None, &origin);
        self.switch(written.rules, None, &origin);
        self.number(written.thresholds, None, &origin);
        for (genre, section) in written.genre {
            let when = Some(When::Genre(genre.get_ref().to_lowercase()));
            self.strict(section.least, section.fail_on, when.as_ref(), &origin);
            self.switch(section.rules, when.as_ref(), &origin);
            self.number(section.thresholds, when.as_ref(), &origin);
        }
        let mut paths: Vec<_> = written.path.into_iter().collect();
        paths.sort_by_key(|(pattern, _)| pattern.span().start);
        for (pattern, section) in paths {
            if let Some(odd) = pattern.get_ref().chars().find(|c| "[]{}?!".contains(*c)) {
                let help = "only * and ** stand for others here: [path.\"opinion/**\"] is all that lies in opinion";
                let message = format!("`{odd}` means nothing in a path");
                faults.push(Fault::new(file, Some(pattern.span()), message).with_help(Some(help.to_owned())));
            }
            let pattern = pattern.into_inner();
            let when = Some(When::Path(pattern.clone()));
            self.strict(section.least, section.fail_on, when.as_ref(), &origin);
            self.switch(section.rules, when.as_ref(), &origin);
            self.number(section.thresholds, when.as_ref(), &origin);
            let genre = section.genre.map(|genre| Set::of(genre, &origin));
            self.paths.push((PathPattern::new(&pattern), genre));
        }
        for (name, entries) in written.lists {
            let list = self.lists.entry(name).or_default();
            list.extend(entries.into_iter().map(|entry| Set::of(entry, &origin)));
        }
        for written in written.allow {
            let origin = origin(written.rules.span());
            if let Some(value) = allow::sound(written, &origin, faults) {
                self.allow.push(Set { value, origin });
            }
        }
    }

    fn strict(
        &mut self,
        least: Option<Spanned<Severity>>,
        fail_on: Option<Spanned<FailOn>>,
        when: Option<&When>,
        origin: &dyn Fn(Range<usize>) -> Origin,
    ) {
        let said = |least, fail_on| Strictness {
            least,
            fail_on,
            when: when.cloned(),
        };
        if let Some(least) = least {
            self.strictness.push(Set {
                origin: origin(least.span()),
                value: said(Some(least.into_inner()), None),
            });
        }
        if let Some(fail_on) = fail_on {
            self.strictness.push(Set {
                origin: origin(fail_on.span()),
                value: said(None, Some(fail_on.into_inner())),
            });
        }
    }

    fn switch(
        &mut self,
        rules: BTreeMap<Spanned<String>, Switch>,
        when: Option<&When>,
        origin: &dyn Fn(Range<usize>) -> Origin,
    ) {
        // As written, not by name: what is said later holds.
        let mut rules: Vec<_> = rules.into_iter().collect();
        rules.sort_by_key(|(rule, _)| rule.span().start);
        self.rules.extend(rules.into_iter().map(|(rule, switch)| Set {
            origin: origin(rule.span()),
            value: Setting {
                rules: rule.into_inner(),
                switch,
                when: when.cloned(),
            },
        }));
    }

    fn number(&mut self, thresholds: Thresholds, when: Option<&When>, origin: &dyn Fn(Range<usize>) -> Origin) {
        for (rule, numbers) in thresholds {
            let named = origin(rule.span());
            self.thresholds.extend(numbers.into_iter().map(|(key, number)| Set {
                origin: origin(key.span()),
                value: Threshold {
                    rule: rule.get_ref().clone(),
                    named: named.clone(),
                    key: key.into_inner(),
                    number,
                    when: when.cloned(),
                },
            }));
        }
    }
}
