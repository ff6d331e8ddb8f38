//! `presscheck rules import`: rules that were written for something else.

mod csv;
mod draft;
mod vale;

use crate::front::Failure;
use crate::front::cli::help::Help;
use crate::front::cli::init::create;
use crate::front::cli::{Outcome, Shell, Stop};
use crate::front::files::{decode, trouble};
use crate::rules::{Rules, builtin};
use clap::{Args, Subcommand};
use draft::{Draft, kebab, name_apart};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Make a pack of rules that were written for something else.
#[derive(Debug, Subcommand)]
#[command(
    disable_help_subcommand = true,
    after_help = "Examples:
  presscheck rules import vale styles/Google
  presscheck rules import csv words.csv"
)]
pub(in crate::front::cli) enum Import {
    /// A Vale style: a folder of YAML files.
    ///
    /// What cannot be carried over is listed with the reason. The rules are on trial, as nobody has
    /// proven them here yet: `presscheck rules test` says which examples they need.
    #[command(after_help = "Examples:
  presscheck rules import vale styles/Google
  presscheck rules import vale styles/Google --into packs/plain-words")]
    Vale(Source),
    /// A word list: a CSV file with the columns wrong, right, reason.
    ///
    /// A first row may name them, in any order; commas, semicolons or tabs part them, as spreadsheets write
    /// them. Rows with one reason become one rule, with examples that prove it. Several right words stand
    /// with | between; without one a word is only pointed out.
    #[command(after_help = "Examples:
  presscheck rules import csv words.csv
  presscheck rules import csv words.csv --into packs/house-words

A list begins like this:

  wrong,right,reason
  utilise,use,We write plain words.
  Kiev,Kyiv,We write the names of places as the people there do.")]
    Csv(Source),
    Help(Help),
}

/// What is imported, and where to.
#[derive(Debug, Args)]
pub(in crate::front::cli) struct Source {
    /// The style's folder, or the list.
    #[arg(value_name = "PATH")]
    path: PathBuf,
    /// The pack's folder, which must not exist; by default packs/ and the name of what is imported.
    #[arg(long, value_name = "FOLDER")]
    into: Option<PathBuf>,
}

/// What was read: rules, and what could not be carried over.
#[derive(Default)]
struct Imported {
    rules: Vec<Draft>,
    /// What was read, if not one rule from each: "rows".
    what: &'static str,
    /// From which rule, and why not.
    left: Vec<(String, String)>,
    /// Parts of rules that were left out: from which, what, and why.
    parts: Vec<(String, String, String)>,
}

impl Import {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let (source, imported, kind) = match self {
            Self::Vale(source) => {
                let (files, unread) = yaml_files(&source.path)?;
                let mut imported = vale::read(&files);
                imported.left.extend(unread);
                (source, imported, "Vale style")
            }
            Self::Help(command) => return command.run(&["rules", "import"], shell),
            Self::Csv(source) => {
                let bytes = fs::read(&source.path).map_err(|e| trouble(&e).at(source.path.display()))?;
                // Spreadsheets on some machines still write Latin-1 or UTF-16.
                let text = decode(&bytes).map_err(|e| e.at(source.path.display()))?.text;
                let imported = csv::read(&text).map_err(|e| e.at(source.path.display()))?;
                (source, imported, "word list")
            }
        };
        let stem = source.path.file_stem().map(|s| s.to_string_lossy().into_owned());
        let stem = stem.unwrap_or_else(|| "imported".to_owned());
        let folder = source.into.unwrap_or_else(|| Path::new("packs").join(kebab(&stem)));
        if folder.exists() {
            return Err(Failure::new("is there already, and nothing was written")
                .at(folder.display())
                .help("Name another folder with --into.")
                .into());
        }
        let name = folder
            .file_name()
            .map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        if name != kebab(&name) {
            return Err(Failure::new("cannot be a pack's name")
                .at(folder.display())
                .help(format!(
                    "A pack is called by small letters, digits and hyphens: {}",
                    folder.with_file_name(kebab(&name)).display()
                ))
                .into());
        }
        let text = write(imported, &folder, &format!("{stem}, a {kind}"))?;
        shell.print(&text)?;
        // Settings with a fault in them are told of by the next command.
        let read = shell.house().is_ok_and(|house| house.reads(&folder));
        let next = if read {
            format!("`packs` in presscheck.toml has the pack read already: presscheck rules test {name}")
        } else {
            format!(
                "name {} under `packs` in presscheck.toml, then presscheck rules test {name}",
                folder.display()
            )
        };
        shell.print(&format!("\nNext: {next}\n"))?;
        Ok(Outcome::Clean)
    }
}

/// Writes the pack and says what became of what.
fn write(mut imported: Imported, folder: &Path, from: &str) -> Result<String, Failure> {
    let name = folder
        .file_name()
        .map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let pack = format!(
        "title   = {}\nversion = \"1.0.0\"\nabout   = {}\nfamily  = \"tone\"\n",
        draft::quoted(&name),
        draft::quoted(&format!("Imported from {from}."))
    );
    name_apart(&mut imported.rules);
    let lists = builtin::lists();
    let (mut sound, mut carried) = (Vec::new(), 0);
    for rule in imported.rules {
        let (text, id) = (rule.to_toml(), format!("{name}/{}", rule.name));
        let described = format!("{name}/pack");
        match Rules::load(
            &[(described.as_str(), pack.as_str()), (id.as_str(), text.as_str())],
            &lists,
        ) {
            Ok(_) => {
                carried += if imported.what.is_empty() { 1 } else { rule.rows.len() };
                sound.push((rule.name, text));
            }
            Err(faults) => {
                let why = faults.first().map_or_else(String::new, |f| f.message.clone());
                let from = || vec![rule.from.trim_start_matches("the Vale rule ").to_owned()];
                let lost = if rule.rows.is_empty() { from() } else { rule.rows };
                imported.left.extend(lost.into_iter().map(|lost| (lost, why.clone())));
            }
        }
    }
    if sound.is_empty() {
        return Err(Failure::new("nothing in it could be carried over").at(from));
    }
    create(&folder.join("pack.toml"), &pack)?;
    for (name, text) in &sound {
        create(&folder.join(format!("{name}.toml")), text)?;
    }
    let mut out = String::new();
    // Writing to a string cannot fail.
    let all = carried + imported.left.len();
    let what = match imported.what {
        "" => "rules carried over".to_owned(),
        what => format!("{what} carried over, in {} rules,", sound.len()),
    };
    let _ = writeln!(
        out,
        "{carried} of {all} {what} to {} ({}.{}%)",
        folder.display(),
        // Rounded down: nine in ten is not reached before it is reached.
        carried * 100 / all.max(1),
        carried * 1000 / all.max(1) % 10
    );
    if !imported.left.is_empty() {
        out.push_str("\nnot carried over:\n");
        for (rule, reason) in &imported.left {
            let _ = writeln!(out, "  {rule}: {reason}");
        }
    }
    if !imported.parts.is_empty() {
        out.push_str("\ncarried over in part:\n");
        for (rule, part, reason) in &imported.parts {
            if part.is_empty() {
                let _ = writeln!(out, "  {rule}: {reason}");
            } else {
                let _ = writeln!(out, "  {rule}: without `{part}`: {reason}");
            }
        }
    }
    Ok(out)
}

/// The stems of files, each with its text, or with what is wrong with it.
type Named = Vec<(String, String)>;

/// The YAML files of a style, in order, and those that cannot be read, with the reason.
fn yaml_files(folder: &Path) -> Result<(Named, Named), Failure> {
    let failed = |e: std::io::Error, path: &Path| trouble(&e).at(path.display());
    let (mut out, mut unread, mut below) = (Vec::new(), Vec::new(), Vec::new());
    for entry in fs::read_dir(folder).map_err(|e| failed(e, folder))? {
        let path = entry.map_err(|e| failed(e, folder))?.path();
        if path.extension().is_some_and(|e| e == "yml" || e == "yaml") {
            let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned());
            // Styles are kept in old encodings, too.
            let text = fs::read(&path)
                .map_err(|e| trouble(&e))
                .and_then(|bytes| decode(&bytes));
            match text {
                Ok(text) => out.push((stem.unwrap_or_default(), text.text)),
                Err(failure) => unread.push((stem.unwrap_or_default(), failure.what)),
            }
        } else if path.is_dir() {
            below.push(path.display().to_string());
        }
    }
    out.sort();
    unread.sort();
    if out.is_empty() && unread.is_empty() {
        below.sort();
        let help = if below.is_empty() {
            "Name the folder with the .yml files.".to_owned()
        } else {
            format!("Name the folder of one style: {}.", below.join(", "))
        };
        return Err(Failure::new("holds no Vale rule").at(folder.display()).help(help));
    }
    Ok((out, unread))
}
