//! What the page's own JSON-LD says is the copy (`articleBody`), held against what was found.
//!
//! Where it tells all of the copy, a paragraph that it lacks came from the template: a biography, a call
//! to subscribe, a teaser. It is not always all: some systems cut it, some give the first version of the
//! story. Hence it has to agree with nearly everything that was found, and to end where a paragraph ends.

use super::roles::{Page, Role};

/// The share of the found words that it has to hold: less, and it is another version of the story.
const AGREES: f32 = 0.85;
/// Shorter copies say too little.
const WORDS: u32 = 60;
/// How far from the last paragraph the next one is looked for: what is left out between them is short, and a
/// long search for each would take time with the square of the page.
const NEAR: usize = 8192;
/// How many letters of its end have to be the end of a paragraph.
const END: usize = 30;
/// Short lines are asked for by chance as much as by right: they stay.
const LINE_WORDS: u32 = 5;
/// Longer ones are as often new copy, unless they stand below all that is told.
const MOST_WORDS: u32 = 25;

/// Takes paragraphs out of the copy that the page's own version of it lacks.
pub(super) fn hold_against(page: &Page<'_>, roles: &mut [Role]) {
    let Some(told) = page.data.copy.as_deref().map(folded) else {
        return;
    };
    let runs = page.flow.runs.iter().zip(&*roles);
    let found: Vec<(usize, String)> = runs
        .enumerate()
        .filter(|(_, (_, role))| matches!(role, Role::Paragraph | Role::List | Role::Quote))
        .map(|(at, (run, _))| (at, folded(page.flow.words(run))))
        .collect();
    // Both are in the order of the page, so that one look at the told copy is enough.
    let mut from = 0;
    let mut lacking = Vec::new();
    let (mut all, mut told_words, mut last) = (0, 0, 0);
    for (at, letters) in &found {
        let words = page.flow.runs[*at].words;
        all += words;
        let near = told.floor_char_boundary(from + letters.len() + NEAR);
        match told[from..near].find(letters.as_str()) {
            Some(start) => {
                told_words += words;
                last = *at;
                from += start + letters.len();
            }
            None => lacking.push(*at),
        }
    }
    let end = told.len().saturating_sub(END);
    let whole = told.is_char_boundary(end) && found.iter().any(|(_, letters)| letters.ends_with(&told[end..]));
    if all < WORDS || (told_words as f32) < AGREES * all as f32 || !whole {
        return;
    }
    for at in lacking {
        let words = page.flow.runs[at].words;
        let line = (LINE_WORDS..=MOST_WORDS).contains(&words) || words > MOST_WORDS && at > last;
        if roles[at] == Role::Paragraph && line {
            roles[at] = Role::Noise;
        }
    }
}

/// The letters and digits of a text without its tags and entities, to compare it with another.
fn folded(text: &str) -> String {
    let text = htmlize::unescape(text);
    let mut tag = false;
    let letters = text.chars().filter(|c| {
        let inside = tag;
        tag = *c == '<' || tag && *c != '>';
        !inside && !tag && c.is_alphanumeric()
    });
    letters.flat_map(char::to_lowercase).collect()
}
