//! `presscheck config`: what holds, and where it was said.

use super::{Outcome, Shell, Stop};
use crate::config::{Origin, Set, profiles};
use crate::rules::When;
use clap::Args;
use std::fmt::Write as _;

/// Show the settings that hold here.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck config
  presscheck config --show-origin
  presscheck config --profile legal")]
pub(super) struct Config {
    /// Show the file and the line of each setting.
    #[arg(long)]
    show_origin: bool,
}

impl Config {
    pub(super) fn run(&self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let house = shell.house()?;
        // A setting for a rule that is not there is a fault, so the rules are read too.
        house.rules()?;
        let config = &house.config;
        let mut lines: Vec<(String, Option<&Origin>)> = Vec::new();
        let profile = match (&house.profile, &config.profile) {
            (Some(asked), _) => (format!("profile = \"{asked}\"   # asked for on the command line"), None),
            (None, Some(set)) => (format!("profile = \"{}\"", set.value), Some(&set.origin)),
            (None, None) => ("profile = \"desk\"   # where nothing else is said".to_owned(), None),
        };
        lines.push(profile);
        lines.extend(
            config
                .packs
                .iter()
                .map(|p| (format!("packs += \"{}\"", p.value), Some(&p.origin))),
        );
        let reference = match (&house.asked, &config.reference) {
            (Some(asked), _) => Some((
                format!("reference = \"{}\"   # asked for on the command line", asked.display()),
                None,
            )),
            (None, Some(set)) => Some((format!("reference = \"{}\"", set.value), Some(&set.origin))),
            (None, None) => None,
        };
        lines.extend(reference);
        lines.extend(config.places().map(|(path, genre)| {
            let line = format!("path.\"{path}\".genre = \"{}\"", genre.value);
            (line, Some(&genre.origin))
        }));
        let section = |when: &Option<When>| when.as_ref().map_or(String::new(), When::section);
        for Set { value, origin } in &config.strictness {
            let section = section(&value.when);
            if let Some(least) = value.least {
                lines.push((format!("{section}least = \"{}\"", least.name()), Some(origin)));
            }
            if let Some(fail_on) = value.fail_on {
                lines.push((format!("{section}fail_on = \"{}\"", fail_on.name()), Some(origin)));
            }
        }
        for Set { value, origin } in &config.rules {
            let (section, rules, switch) = (section(&value.when), &value.rules, value.switch.name());
            lines.push((format!("{section}rules.\"{rules}\" = \"{switch}\""), Some(origin)));
        }
        for Set { value, origin } in &config.thresholds {
            let (section, rule) = (section(&value.when), &value.rule);
            let line = format!("{section}thresholds.\"{rule}\".{} = {}", value.key, value.number);
            lines.push((line, Some(origin)));
        }
        for (list, entries) in &config.lists {
            let entries = entries.iter();
            lines.extend(entries.map(|e| (format!("lists.{list} += \"{}\"", e.value), Some(&e.origin))));
        }
        for set in &config.allow {
            let stood = &set.value.words;
            let words = stood.words.join("\", \"");
            let by = stood
                .by
                .iter()
                .chain(&stood.second)
                .map(String::as_str)
                .collect::<Vec<_>>();
            let by = if by.is_empty() {
                String::new()
            } else {
                format!(" ({})", by.join(", "))
            };
            let line = format!("allow \"{words}\" in {}: {}{by}", set.value.rules, stood.reason);
            lines.push((line, Some(&set.origin)));
        }
        let mut out = String::new();
        // Writing to a string cannot fail.
        match &house.path {
            Some(path) => {
                let _ = writeln!(out, "# {}", path.display());
            }
            None => out.push_str("# no presscheck.toml here or above; `presscheck init` makes one\n"),
        }
        for (line, origin) in lines {
            match origin.filter(|_| self.show_origin) {
                Some(origin) => {
                    let _ = writeln!(out, "{line}   # {}:{}", origin.file, origin.line);
                }
                None => {
                    let _ = writeln!(out, "{line}");
                }
            }
        }
        out.push_str("\n# profiles\n");
        for (name, profile) in profiles() {
            let _ = writeln!(out, "#   {name:8} {}", profile.about);
        }
        shell.print(&out)?;
        Ok(Outcome::Clean)
    }
}
