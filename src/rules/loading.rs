//! From the files of packs to rules that can be run, or to everything that is wrong with them.

mod naming;

use super::builtin;
use super::compiler::Compiler;
use super::example::Example;
use super::fault::{self, Fault};
use super::guard::Guards;
use super::near::nearest;
use super::pack::{Pack, Rule, Rules};
use super::rule_file::RuleFile;
use super::teach::listed;
use super::template::Template;
use super::tone::{Tone, ToneAsWritten};
use super::written::{PackAsWritten, RuleAsWritten};
use crate::facts::Lexicon;
use crate::finding::{Family, Precision};
use crate::rules::Spanned;
use crate::text::lists::Lists;
use std::collections::{BTreeMap, BTreeSet};

/// The gaps that every kind fills.
const GAPS: [&str; 2] = ["match", "other"];

impl Rules {
    /// Reads packs from their files.
    ///
    /// # Errors
    /// Everything that is wrong in any of the files, in file order.
    pub fn load<'a, F>(files: &[F], lists: &Lists) -> Result<Self, Vec<Fault>>
    where
        F: Copy + Into<RuleFile<'a>>,
    {
        let files: Vec<RuleFile<'a>> = files.iter().map(|file| (*file).into()).collect();
        Self::load_files(&files, lists)
    }

    fn load_files(files: &[RuleFile<'_>], lists: &Lists) -> Result<Self, Vec<Fault>> {
        let mut rules = Self::default();
        let spelt_out: Vec<RuleFile<'_>>;
        let files = if let Some(packed) = builtin::words(lists) {
            (rules.vocabulary, rules.lexicon, rules.phrases) = packed;
            files
        } else {
            rules.lexicon = Lexicon::build(lists, &mut rules.vocabulary, &mut rules.phrases);
            spelt_out = files.iter().map(|file| file.spelt_out()).collect();
            &spelt_out
        };
        let mut faults = Vec::new();
        let families = rules.add_packs(files, &mut faults);
        let mut seen = BTreeSet::new();
        let is_rule = |file: &&RuleFile<'_>| file.path.contains('/') && !file.path.ends_with("/pack");
        for source in files.iter().filter(is_rule) {
            let (path, file) = (source.path, source.name());
            if !seen.insert(path) {
                faults.push(
                    Fault::new(&file, None, format!("there are two rules called `{path}`")).with_help(Some(
                        "a rule's id is its pack and its file: rename one of the two".to_owned(),
                    )),
                );
                continue;
            }
            // What follows a sharp is the number of a variant with other thresholds.
            faults.extend(naming::fault(path.split('#').next().unwrap_or(path), &file));
            let family = path.split_once('/').and_then(|(pack, _)| families.get(pack));
            if let Some(written) = source.read::<RuleAsWritten>("a rule", &mut faults) {
                rules.add(path, family.copied(), (&file, source), written, lists, &mut faults);
            }
        }
        rules.set_tone(files, lists, &mut faults);
        rules.rules.sort_by(|a, b| a.id.cmp(&b.id));
        if faults.is_empty() { Ok(rules) } else { Err(faults) }
    }

    /// The built-in rules.
    ///
    /// # Panics
    /// If a built-in rule has a fault, which a test would show.
    #[must_use]
    pub fn builtin() -> Self {
        Self::load(&builtin::files_as_written(), &builtin::lists()).unwrap_or_else(|faults| {
            let source = |file: &str| Some(builtin::file(file.strip_suffix(".toml")?)?.text);
            panic!(
                "the built-in rules are faulty\n\n{}",
                fault::draw(&faults, source, false)
            )
        })
    }

    /// Compiles the scale that weighs sentences, if it is among the files.
    fn set_tone(&mut self, files: &[RuleFile<'_>], lists: &Lists, faults: &mut Vec<Fault>) {
        let Some(source) = files.iter().find(|file| file.path == "tone") else {
            return;
        };
        let Some(written) = source.read::<ToneAsWritten>("the scale of tone", faults) else {
            return;
        };
        let mut compiler = Compiler {
            vocabulary: &mut self.vocabulary,
            phrases: &mut self.phrases,
            lists,
            lexicon: &self.lexicon,
            file: "tone.toml",
            source: source.text,
            faults,
        };
        self.tone = Tone::compile(written, &mut compiler);
    }

    /// Reads the packs' own files; the answer is each pack's family.
    fn add_packs<'a>(&mut self, files: &[RuleFile<'a>], faults: &mut Vec<Fault>) -> BTreeMap<&'a str, Family> {
        let mut families = BTreeMap::new();
        for source in files {
            let Some(name) = source.path.strip_suffix("/pack") else {
                continue;
            };
            let file = source.name();
            if families.contains_key(name) {
                faults.push(
                    Fault::new(&file, None, format!("there are two packs called `{name}`")).with_help(Some(
                        "rename this pack's folder; to change a built-in rule, use presscheck.toml".to_owned(),
                    )),
                );
                continue;
            }
            // A pack whose file is faulty is there all the same: its rules are not to blame.
            families.insert(name, Family::Tone);
            let Some(written) = source.read::<PackAsWritten>("a pack", faults) else {
                continue;
            };
            let own = Family::ALL.into_iter().find(|f| f.name() == name);
            let Some(family) = written.family.or(own) else {
                let names = Family::ALL.map(Family::name);
                faults.push(
                    Fault::new(
                        &file,
                        None,
                        format!("the pack `{name}` does not say which part of the score it weighs on"),
                    )
                    .with_help(Some(format!(
                        "write family = \"tone\" (or another of {})",
                        listed(&names)
                    ))),
                );
                continue;
            };
            families.insert(name, family);
            self.packs.push(Pack {
                name: name.to_owned(),
                title: written.title,
                version: written.version,
                about: written.about,
                family,
            });
        }
        self.packs.sort_by(|a, b| a.name.cmp(&b.name));
        let homes: BTreeSet<&str> = files
            .iter()
            .filter_map(|file| file.path.split_once('/').map(|(pack, _)| pack))
            .filter(|pack| !families.contains_key(pack))
            .collect();
        for pack in homes {
            let message = format!("the folder `{pack}` holds rules and no pack.toml");
            let help =
                "describe the pack: title = \"House style\", version = \"1.0.0\", about = \"…\", family = \"tone\"";
            faults.push(Fault::new(&format!("{pack}/pack.toml"), None, message).with_help(Some(help.to_owned())));
        }
        families
    }

    fn add(
        &mut self,
        path: &str,
        family: Option<Family>,
        (file, source): (&str, &RuleFile<'_>),
        written: RuleAsWritten,
        lists: &Lists,
        faults: &mut Vec<Fault>,
    ) {
        let mut examples = Vec::new();
        for example in written.example.iter().cloned() {
            examples.extend(Example::validate(example, &mut |fault| {
                faults.push(Fault {
                    file: file.to_owned(),
                    ..fault
                });
            }));
        }
        let mut compiler = Compiler {
            vocabulary: &mut self.vocabulary,
            phrases: &mut self.phrases,
            lists,
            lexicon: &self.lexicon,
            file,
            source: source.text,
            faults,
        };
        let message = validate_words(&written, &mut compiler);
        let guards = Guards::compile(&written, &mut compiler);
        let kind = written.check.get_ref().kind();
        let check = written.check.into_inner().compile(&mut compiler);
        let measured = written.measured.unwrap_or_default();
        self.rules.push(Rule {
            id: path.into(),
            family: family.unwrap_or(Family::Tone),
            summary: written.summary.into_inner(),
            message,
            why: written.why.into_inner().into(),
            advice: written.advice.into_inner().into(),
            severity: written.severity,
            set_severity: None,
            status: written.status,
            since: written.since,
            covers: written.covers.into_iter().map(Spanned::into_inner).collect(),
            standards: written.standards,
            misses: written.misses,
            whole: written.whole,
            once_a_source: written.once_a_source,
            kind,
            precision: Precision {
                right: measured.right,
                wrong: measured.wrong,
            },
            measured_on: measured.on,
            examples,
            guards,
            check,
            off: false,
            cases: Vec::new(),
        });
    }
}

/// Is there something to read in each text, and does something fill each gap of the message?
fn validate_words(written: &RuleAsWritten, compiler: &mut Compiler<'_>) -> Template {
    let texts = [
        ("summary", &written.summary),
        ("message", &written.message),
        ("why", &written.why),
        ("advice", &written.advice),
    ];
    for (key, text) in texts {
        if text.get_ref().trim().is_empty() {
            let help = "a rule speaks to an editor: every one of its texts is shown";
            compiler.fault(text.span(), format!("`{key}` is empty"), Some(help.to_owned()));
        }
    }
    let message = Template::new(written.message.get_ref());
    if message.is_unclosed() {
        let help = "write the gap as {match}".to_owned();
        compiler.fault(
            written.message.span(),
            "a brace opens in this message and nothing closes it",
            Some(help),
        );
    }
    let known: Vec<&str> = GAPS
        .into_iter()
        .chain(written.check.get_ref().values().iter().copied())
        .collect();
    for gap in message.gaps().filter(|gap| !known.contains(gap)) {
        let whole = written.message.span();
        let braced = format!("{{{gap}}}");
        let at = compiler.source.get(whole.clone()).and_then(|text| text.find(&braced));
        let span = at.map_or(whole.clone(), |at| whole.start + at..whole.start + at + braced.len());
        let kind = written.check.get_ref().kind();
        let help = nearest(gap, known.iter().copied()).map_or_else(
            || format!("a rule of kind `{kind}` fills {}", listed(&known)),
            |near| format!("did you mean {{{near}}}?"),
        );
        compiler.fault(span, format!("nothing fills {braced} in this message"), Some(help));
    }
    for row in &written.covers {
        let mut chars = row.get_ref().chars();
        let sound = chars.next().is_some_and(|c| c.is_ascii_uppercase()) && chars.all(|c| c.is_ascii_digit());
        if !sound || row.get_ref().len() != 3 {
            let help = "rows look like C07, S01, B12 or E04; a house rule may leave `covers` out".to_owned();
            compiler.fault(
                row.span(),
                format!("`{}` is no row of the taxonomy", row.get_ref()),
                Some(help),
            );
        }
    }
    message
}
