//! Rules, validated: what leaves this module can be run.

use super::check::Check;
use super::compiler::Compiler;
use super::fault::Fault;
use super::guard::Guards;
use super::template::Template;
use super::written::{ExampleAsWritten, PackAsWritten, RuleAsWritten, Status};
use crate::facts::Lexicon;
use crate::finding::{Family, Precision, Severity};
use crate::text::Vocabulary;
use crate::text::lists::Lists;
use crate::text::phrase::Phrases;
use std::sync::Arc;

/// A pack, described.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its folder's name, the first half of its rules' ids.
    pub name: String,
    /// Its name for readers.
    pub title: String,
    /// Its version.
    pub version: String,
    /// What it is for.
    pub about: String,
    /// Which part of the score its findings weigh on.
    pub family: Family,
}

/// A rule, ready to run.
#[derive(Debug)]
pub struct Rule {
    /// `pack/name`.
    pub id: Arc<str>,
    /// Which part of the score it weighs on.
    pub family: Family,
    /// What it finds, in a few words.
    pub summary: String,
    /// What is wrong.
    pub message: Template,
    /// Why it matters.
    pub why: Arc<str>,
    /// What to do.
    pub advice: Arc<str>,
    /// How much it matters.
    pub severity: Severity,
    /// How far it is trusted.
    pub status: Status,
    /// The version it came in.
    pub since: String,
    /// Rows of the taxonomy.
    pub covers: Vec<String>,
    /// Standards it rests on.
    pub standards: Vec<String>,
    /// What it is known to miss.
    pub misses: Vec<String>,
    /// The name of its kind.
    pub kind: &'static str,
    /// How often it was right.
    pub precision: Precision,
    /// On what that was counted.
    pub measured_on: String,
    /// What it must and must not find.
    pub examples: Vec<ExampleAsWritten>,
    /// What keeps it from firing.
    pub guards: Guards,
    /// What it looks for.
    pub check: Box<dyn Check>,
}

/// All rules of an engine with what they share.
#[derive(Debug, Default)]
pub struct Rules {
    /// The packs, in order of name.
    pub packs: Vec<Pack>,
    /// The rules, in order of id.
    pub rules: Vec<Rule>,
    /// All words that lists and rules name.
    pub vocabulary: Vocabulary,
    /// All phrases that lists and rules name.
    pub phrases: Phrases,
    /// Word classes.
    pub lexicon: Lexicon,
}

impl Rules {
    /// Reads packs from their files (path without `.toml`, content).
    ///
    /// # Errors
    /// Everything that is wrong in any of the files, in file order.
    pub fn load(files: &[(&str, &str)], lists: &Lists) -> Result<Self, Vec<Fault>> {
        let mut rules = Self::default();
        rules.lexicon = Lexicon::build(lists, &mut rules.vocabulary, &mut rules.phrases);
        let mut faults = Vec::new();
        for (path, text) in files.iter().filter(|(p, _)| p.ends_with("/pack")) {
            match toml::from_str::<PackAsWritten>(text) {
                Ok(written) => rules.packs.push(pack(path, written)),
                Err(error) => faults.push(toml_fault(path, &error)),
            }
        }
        rules.packs.sort_by(|a, b| a.name.cmp(&b.name));
        for (path, text) in files.iter().filter(|(p, _)| p.contains('/') && !p.ends_with("/pack")) {
            match toml::from_str::<RuleAsWritten>(text) {
                Ok(written) => rules.add(path, written, lists, &mut faults),
                Err(error) => faults.push(toml_fault(path, &error)),
            }
        }
        rules.rules.sort_by(|a, b| a.id.cmp(&b.id));
        if faults.is_empty() { Ok(rules) } else { Err(faults) }
    }

    /// The built-in rules.
    ///
    /// # Panics
    /// If a built-in rule has a fault, which a test would show.
    #[must_use]
    pub fn builtin() -> Self {
        Self::load(super::builtin::files(), &super::builtin::lists())
            .unwrap_or_else(|faults| panic!("the built-in rules are faulty: {faults:#?}"))
    }

    fn add(&mut self, path: &str, written: RuleAsWritten, lists: &Lists, faults: &mut Vec<Fault>) {
        let pack_name = path.split('/').next().unwrap_or_default();
        let Some(family) = self.packs.iter().find(|p| p.name == pack_name).map(|p| p.family) else {
            faults.push(Fault {
                file: format!("{path}.toml"),
                span: None,
                message: format!("its folder `{pack_name}` has no pack.toml"),
                help: Some("describe the pack in a pack.toml beside its rules".to_owned()),
            });
            return;
        };
        let file = format!("{path}.toml");
        let mut compiler = Compiler {
            vocabulary: &mut self.vocabulary,
            phrases: &mut self.phrases,
            lists,
            lexicon: &self.lexicon,
            file: &file,
            faults,
        };
        let message = Template::new(written.message.get_ref());
        let values = written.check.get_ref().values();
        for gap in message
            .gaps()
            .filter(|g| !["match", "other"].contains(g) && !values.contains(g))
        {
            compiler.fault(written.message.span(), format!("nothing fills `{{{gap}}}`"), None);
        }
        let guards = Guards::compile(&written, &mut compiler);
        let kind = written.check.get_ref().kind();
        let check = written.check.into_inner().compile(&mut compiler);
        let measured = written.measured.unwrap_or_default();
        self.rules.push(Rule {
            id: path.into(),
            family,
            summary: written.summary.into_inner(),
            message,
            why: written.why.into_inner().into(),
            advice: written.advice.into_inner().into(),
            severity: written.severity,
            status: written.status,
            since: written.since,
            covers: written.covers.into_iter().map(toml::Spanned::into_inner).collect(),
            standards: written.standards,
            misses: written.misses,
            kind,
            precision: Precision {
                right: measured.right,
                wrong: measured.wrong,
            },
            measured_on: measured.on,
            examples: written.example.into_iter().map(toml::Spanned::into_inner).collect(),
            guards,
            check,
        });
    }
}

fn pack(path: &str, written: PackAsWritten) -> Pack {
    let name = path.trim_end_matches("/pack").to_owned();
    let family = written
        .family
        .or_else(|| Family::ALL.into_iter().find(|f| f.name() == name));
    Pack {
        family: family.unwrap_or(Family::Tone),
        name,
        title: written.title,
        version: written.version,
        about: written.about,
    }
}

fn toml_fault(path: &str, error: &toml::de::Error) -> Fault {
    Fault {
        file: format!("{path}.toml"),
        span: error.span(),
        message: error.message().to_owned(),
        help: None,
    }
}
