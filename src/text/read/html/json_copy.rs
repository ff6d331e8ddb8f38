//! The copy of pages that show it by script only, read from their JSON-LD.

use super::flow::{Flow, Run};
use super::hints::Hints;
use super::tag::Tag;
use super::tree::Tree;
use memchr::memmem;

/// Shorter copies are teasers.
const WORDS: u32 = 80;

/// The paragraphs of the page's `articleBody`, if it has one without markup and at least twice as
/// long as `than` words, which is what could be read off the page itself.
pub(super) fn json_copy(tree: &Tree<'_>, than: u32) -> Option<Flow> {
    let mut best: Option<(u32, Flow)> = None;
    for id in 0..tree.len() {
        let node = tree.node(id);
        let json_ld = node.tag == Tag::Script
            && tree
                .attribute(id, "type")
                .is_some_and(|t| t.trim().eq_ignore_ascii_case("application/ld+json"));
        if !json_ld || id + 1 >= node.end {
            continue;
        }
        let place = &tree.node(id + 1).place;
        let source = &tree.source[..place.end as usize];
        for key in memmem::find_iter(&source.as_bytes()[place.start as usize..], b"\"articleBody\"") {
            let after = place.start as usize + key + b"\"articleBody\"".len();
            let Some(start) = string_start(source, after) else {
                continue;
            };
            let Some(flow) = paragraphs(source, start) else {
                continue;
            };
            let words = flow.runs.iter().map(|r| r.words).sum();
            if words >= WORDS.max(2 * than) && best.as_ref().is_none_or(|b| b.0 < words) {
                best = Some((words, flow));
            }
        }
    }
    best.map(|(_, flow)| flow)
}

/// Where the characters of the string begin that is the value after a key.
fn string_start(source: &str, key_end: usize) -> Option<usize> {
    let value = source[key_end..]
        .trim_start()
        .strip_prefix(':')?
        .trim_start()
        .strip_prefix('"')?;
    Some(source.len() - value.len())
}

/// Reads a JSON string into paragraphs. `None` if it holds markup or does not end.
fn paragraphs(source: &str, start: usize) -> Option<Flow> {
    let bytes = source.as_bytes();
    let mut flow = Flow::default();
    let mut run: Option<Run> = None;
    let mut at = start;
    loop {
        let plain = bytes[at..]
            .iter()
            .take_while(|b| !matches!(b, b'"' | b'\\' | b'<' | b'&'))
            .count();
        if plain > 0 {
            write(&mut flow, &mut run, &source[at..at + plain], at, plain);
            at += plain;
        }
        match bytes.get(at)? {
            b'"' => break,
            b'<' => return None,
            b'&' => {
                let (decoded, len) = super::flow::entity(source, at, bytes.len());
                write(&mut flow, &mut run, &decoded, at, len);
                at += len;
            }
            _ => {
                let len = if bytes.get(at + 1) == Some(&b'u') { 6 } else { 2 };
                let pair = if len == 6 && bytes.get(at + 6..at + 8) == Some(b"\\u") {
                    12
                } else {
                    len
                };
                let decode = |len: usize| {
                    let written = source.get(at..at + len)?;
                    serde_json::from_str::<String>(&format!("\"{written}\"")).ok()
                };
                let (decoded, len) = match decode(len) {
                    Some(decoded) => (decoded, len),
                    None => (decode(pair)?, pair),
                };
                if matches!(&*decoded, "\n" | "\r") {
                    flow.close(run.take());
                } else {
                    write(&mut flow, &mut run, &decoded, at, len);
                }
                at += len;
            }
        }
    }
    flow.close(run);
    Some(flow)
}

fn write(flow: &mut Flow, run: &mut Option<Run>, words: &str, at: usize, len: usize) {
    if run.is_none() && words.trim().is_empty() {
        return;
    }
    let run = run.get_or_insert_with(|| flow.open(0, 0, Hints::NONE));
    flow.push(run, words, at, len);
}
