//! The headline of a page, what stands above it, and the standfirst under it.

use super::flow::Run;
use super::furniture;
use super::hints::Hints;
use super::roles::{META_WORDS, Page, Role, body_words};
use super::tag::Tag;
use rustc_hash::FxHashSet;

/// Longer than this, a line is no headline.
const HEADLINE_WORDS: u32 = 40;
/// How many runs are compared with the page's titles at most.
const COMPARED: usize = 2000;
/// How many titles of a page are looked at: its element, Open Graph, Twitter and each item of JSON-LD tell one, and a
/// page with more items than this is a list of other stories.
const TITLES: usize = 64;
/// How many words a standfirst has.
const STANDFIRST_WORDS: std::ops::RangeInclusive<u32> = 6..=70;
/// A run of this many words under the headline is copy: the standfirst stands above it.
const COPY_WORDS: u32 = 12;

/// Marks the headline and the standfirst; takes what stands above the headline out of the copy.
pub(super) fn place(page: &Page<'_>, roles: &mut [Role]) {
    let Some((at, certain)) = find(page) else { return };
    let above = &page.flow.runs[..at];
    if certain {
        // Lists above the headline are other stories' headlines.
        for role in roles[..at]
            .iter_mut()
            .filter(|r| matches!(r, Role::List | Role::Heading))
        {
            *role = Role::Outside;
        }
    }
    let total = body_words(page.flow, roles);
    let words: u32 = above
        .iter()
        .zip(&*roles)
        .filter(|(_, r)| r.is_body())
        .map(|(run, _)| run.words)
        .sum();
    // Where much of the copy stands above it, it may be the headline of something else.
    let most = if certain { 5 } else { 2 };
    if words * 10 <= total * most {
        for role in roles[..at].iter_mut().filter(|r| r.is_body()) {
            *role = Role::Outside;
        }
    }
    roles[at] = Role::Headline;
    standfirst(page, roles, at);
}

/// Marks the standfirst between the headline and the copy (a run that is named so, or that the
/// page's description repeats), and the bylines above it.
fn standfirst(page: &Page<'_>, roles: &mut [Role], headline: usize) {
    let description = page.data.description.as_deref().map(bag).unwrap_or_default();
    let not = Hints::CAPTION.and(Hints::AGAINST.without(Hints::FRAME).without(Hints::ASIDE));
    let runs = &page.flow.runs;
    let mut found = false;
    // The next paragraph below the run that is looked at.
    let mut next = headline + 1;
    for at in headline + 1..runs.len() {
        let run = &runs[at];
        let text = page.flow.words(run);
        while next < runs.len() && (next <= at || !roles[next].is_body() || runs[next].words < COPY_WORDS) {
            next += 1;
        }
        let copy = runs.get(next);
        // Where the copy is named so as well, the name is that of a box around both.
        let named = run.hints.has(Hints::STANDFIRST) && !copy.is_some_and(|copy| copy.hints.has(Hints::STANDFIRST));
        // Descriptions often repeat the first paragraph, which stands among the others.
        let lead = !named && copy.is_some_and(|copy| are_siblings(page, run, copy));
        if !found
            && STANDFIRST_WORDS.contains(&run.words)
            && run.linked * 2 <= run.words
            && !run.hints.has(not)
            && !furniture::is_furniture(text, run.words)
            && !lead
            && (named || repeats(&description, &bag(text)))
        {
            roles[at] = Role::Standfirst;
            found = true;
        } else if roles[at].is_body() && run.words >= COPY_WORDS && !named {
            return;
        } else if roles[at] == Role::Outside
            && run.hints.has(Hints::META)
            && run.words < META_WORDS
            && !run.hints.has(not)
        {
            roles[at] = Role::Byline;
        }
    }
}

/// Do two runs stand side by side in one element, as the paragraphs of one text do?
fn are_siblings(page: &Page<'_>, one: &Run, other: &Run) -> bool {
    let (one, other) = (page.tree.node(one.owner), page.tree.node(other.owner));
    one.tag == other.tag && one.parent == other.parent
}

/// Does the description hold most of these words?
fn repeats(description: &FxHashSet<String>, words: &FxHashSet<String>) -> bool {
    let shared = words.iter().filter(|w| description.contains(*w)).count();
    words.len() >= 6 && shared * 10 >= words.len() * 7
}

/// The run that is the headline, and whether that is certain.
fn find(page: &Page<'_>) -> Option<(usize, bool)> {
    let titles = titles(&page.data.titles);
    let mut best: Option<(usize, f32)> = None;
    let runs = page.flow.runs.iter().enumerate();
    let possible = runs.filter(|(_, run)| {
        let tag = page.tag(run);
        let named = tag.is_heading() || run.hints.has(Hints::HEADLINE);
        (if named { 2 } else { 4 }..=HEADLINE_WORDS).contains(&run.words)
            && !run.hints.has(Hints::HIDDEN.and(Hints::COMMENT))
            && (tag == Tag::H1 || !run.hints.has(Hints::FRAME))
    });
    for (at, run) in possible.take(COMPARED) {
        let tag = page.tag(run);
        let words = bag(page.flow.words(run));
        let mut score = titles.iter().map(|title| likeness(title, &words)).fold(0.0, f32::max);
        if tag == Tag::H1 {
            // Nothing in a fragment says what its headline is; the one it begins with is.
            score += if titles.is_empty() && at == 0 { 0.8 } else { 0.6 };
        } else if tag.is_heading() || run.hints.has(Hints::HEADLINE) {
            score += 0.2;
        }
        if run.linked * 2 > run.words {
            score -= 0.3;
        }
        // A later run has to be clearly better: teasers repeat headlines.
        if score >= 0.8 && best.is_none_or(|b| score > b.1 + 0.15) {
            best = Some((at, score));
        }
    }
    best.map(|(at, score)| (at, score > 1.1 || page.tag(&page.flow.runs[at]) == Tag::H1))
}

/// The words of the page's titles, each title once.
fn titles(all: &[String]) -> Vec<FxHashSet<String>> {
    let mut seen = FxHashSet::default();
    let new = all.iter().filter(|title| seen.insert(title.as_str()));
    new.take(TITLES).map(|title| bag(title)).collect()
}

/// How much of a title these words are, from 0 to 1.
fn likeness(title: &FxHashSet<String>, words: &FxHashSet<String>) -> f32 {
    let shared = words.iter().filter(|w| title.contains(*w)).count();
    // A page's title often goes on with the name of the site.
    let of = words.len().max(title.len().min(words.len() + 6)).max(1);
    shared as f32 / of as f32
}

/// The different words of a text, in lower case.
fn bag(text: &str) -> FxHashSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::titles;

    #[test]
    fn a_title_counts_once_and_only_some_count() {
        let one = vec!["Ferry runs again".to_owned(); 50];
        assert_eq!(titles(&one).len(), 1);
        let many: Vec<String> = (0..500).map(|n| format!("Ferry number {n} runs again")).collect();
        assert_eq!(titles(&many).len(), super::TITLES);
    }
}
