//! `presscheck clean`: the copy without its boilerplate.

use super::input::Input;
use super::{Outcome, Shell, Stop, engine};
use crate::engine::Options;
use crate::front::shield;
use crate::front::{Failure, files};
use crate::report::{Analysis, Report};
use crate::text::{Article, BlockKind};
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
            let report = shield::check(&engine, &article, Options { analysis: true })
                .map_err(|m| Failure::new(m).at(&article.id))?;
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

/// The copy without the blocks that are noise, and without the blank lines before them.
fn cleaned(article: &Article, report: &Report, shell: &mut Shell) -> String {
    let source = article.body.source();
    let blocks = report.analysis.as_ref().map(Analysis::noise).unwrap_or_default();
    let (mut copy, mut at) = (String::with_capacity(source.len()), 0);
    for place in blocks {
        shell.note(&format!("{}:{}: removed “{}”", article.id, place.line, place.quote));
        copy.push_str(source[at..place.start].trim_end_matches([' ', '\t', '\r', '\n']));
        at = place.end;
    }
    copy.push_str(&source[at..]);
    copy.trim_start_matches(['\r', '\n']).to_owned()
}

impl Analysis {
    fn noise(&self) -> Vec<&crate::report::Place> {
        let noise = self.blocks.iter().filter(|b| b.kind == BlockKind::Noise);
        noise.map(|b| &b.place).collect()
    }
}
