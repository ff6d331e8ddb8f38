//! `presscheck clean`: the copy without its boilerplate.

use super::input::Input;
use super::{Outcome, Shell, Stop, engine};
use crate::engine::Options;
use crate::engine::clean::clean;
use crate::front::shield;
use crate::front::{Failure, files};
use crate::report::Report;
use crate::text::{Article, Body};
use clap::Args;

/// Print the copy with its boilerplate removed, and list what went.
///
/// The copy goes to standard output, the list to standard error.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck clean story.txt > clean.txt
  presscheck clean --write story.txt
  pbpaste | presscheck clean | pbcopy")]
pub(super) struct Clean {
    #[command(flatten)]
    input: Input,
    /// Write each file back instead of printing it.
    #[arg(long)]
    write: bool,
}

impl Clean {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let engine = engine(shell)?;
        for path in self.input.paths(shell)? {
            let (article, note) = match self.input.read(&path) {
                Ok(read) => read,
                Err(failure) => {
                    shell.fail(&failure);
                    continue;
                }
            };
            if let Some(note) = note {
                shell.note(&note);
            }
            let report =
                shield::check(&engine, &article, Options::default()).map_err(|m| Failure::new(m).at(&article.id))?;
            if self.write && matches!(article.body, Body::Docx(_)) {
                let failure = Failure::new("is a Word file, which is not written back")
                    .at(&article.id)
                    .help("Leave --write out to print its clean text, or delete the listed lines in Word.");
                cleaned(&article, &report, shell);
                shell.fail(&failure);
                continue;
            }
            let copy = cleaned(&article, &report, shell);
            if self.write && path.as_os_str() != "-" {
                if copy != article.body.source() {
                    files::save(&path, copy.as_bytes())?;
                }
            } else {
                shell.print(&copy)?;
            }
        }
        Ok(Outcome::Clean)
    }
}

/// The copy without its furniture; what went and what is doubtful is listed.
fn cleaned(article: &Article, report: &Report, shell: &mut Shell) -> String {
    let cleaned = clean(article, report);
    for (word, list) in [("removed", &cleaned.removed), ("suspect", &cleaned.suspect)] {
        for furniture in list {
            let (line, words, rule) = (furniture.line, &furniture.words, &furniture.rule);
            shell.note(&format!(
                "{}:{line}: {word} \u{201c}{words}\u{201d} ({rule})",
                article.id
            ));
        }
    }
    cleaned.copy
}
