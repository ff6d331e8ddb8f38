//! Lines under an article that are about its making: who wrote it, how to reach them, what the newsroom
//! asks of its readers.
//!
//! The last paragraph of a story often names a telephone number, a place to write to or a man who is a
//! director, hence what is asked for is more than a word: the author's own name, an address beside a verb
//! of writing, or a phrase that no story ends on.

/// A sign-off has no more words than this ...
const SIGN_OFF: u32 = 90;
/// ... and a call to the reader no more than this.
const CALL: u32 = 45;

/// What people who write are, in the line that says so.
#[rustfmt::skip]
const TRADES: &[&str] = &[
    "reporter", "writer", "editor", "correspondent", "journalist", "columnist", "contributor", "producer",
    "freelance", "editorial board", "fellow at", "professor", "author of", "novelist", "critic", "blogger",
];

/// How the line goes on after the writer's name.
const IS: &[&str] = &["is", "was", "writes", "covers", "reports", "serves", "works", "has"];

/// Ways to reach somebody; they count beside an address.
const REACH: &[&str] = &[
    "contact ", "reach", "email", "e-mail", "write to", "follow", "tweet", "send ", "message ",
];

/// How a call to the reader begins.
#[rustfmt::skip]
const CALLS: &[&str] = &[
    "have a tip", "got a tip", "do you have a ", "do you want ", "want more", "want to ", "like what you", "not a subscriber",
    "sign up", "subscribe", "download our", "join our", "join us", "listen to ", "follow us", "send your", "send questions",
    "send us ", "get our ", "get the latest", "never miss ", "don't miss ", "don’t miss ", "for more ", "support our", "our journalism",
    "please subscribe", "please support", "to read more", "to learn more", "read more", "click here", "check out our",
    "visit our", "stay up to date", "stay informed", "let us know", "tell us", "email us", "comments are ",
];

/// What desks write about a story, anywhere in the line.
#[rustfmt::skip]
const NOTES: &[&str] = &[
    "contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting",
    "additional reporting", "all rights reserved", "originally appeared", "first appeared", "originally published",
    "has been republished", "is republished", "republished with permission", "republished from", "premoderated",
    "our newsletter", "free newsletter", "daily newsletter", "weekly newsletter", "can be reached at", "may be reached at",
];

/// Is this what writers and desks put under an article? `authors` is what the page says of them.
pub(super) fn is_sign_off(line: &str, words: u32, authors: Option<&str>) -> bool {
    if words > SIGN_OFF {
        return false;
    }
    let lower = line.to_lowercase();
    let start = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    if names(authors).any(|name| start.starts_with(&name)) || NOTES.iter().any(|note| lower.contains(note)) {
        return !is_speech(&lower);
    }
    says_who(line, &lower)
        || words <= CALL
            && (CALLS.iter().any(|call| start.starts_with(call))
                || has_address(line) && REACH.iter().any(|verb| lower.contains(verb)) && !is_speech(&lower))
}

/// The authors' names in lower case; one word may be anything.
fn names(authors: Option<&str>) -> impl Iterator<Item = String> {
    let lower = authors.unwrap_or_default().to_lowercase();
    let lower = lower.strip_prefix("by ").map(str::to_owned).unwrap_or(lower);
    let names: Vec<String> = lower
        .split([',', '&', ';', '|'])
        .flat_map(|part| part.split(" and "))
        .map(|name| name.trim().to_owned())
        .filter(|name| name.contains(' '))
        .collect();
    names.into_iter()
}

/// Does somebody speak in it?
fn is_speech(lower: &str) -> bool {
    lower.contains(" said") || lower.contains(['“', '"'])
}

/// Does the line begin with a name and go on to say that this is a reporter or the like?
fn says_who(line: &str, lower: &str) -> bool {
    let mut name = 0;
    let mut is = false;
    for word in line.split_whitespace().take(6) {
        if IS.contains(&word) {
            is = true;
            break;
        }
        if !word.starts_with(char::is_uppercase) {
            break;
        }
        name += 1;
    }
    is && name > 0 && !is_speech(lower) && TRADES.iter().any(|trade| lower.contains(trade))
}

/// Does it hold an address or a handle?
fn has_address(line: &str) -> bool {
    line.split_whitespace().any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
        word.contains('@') && word.len() > 3 || word.starts_with("www.") || word.starts_with("http")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> bool {
        is_sign_off(
            line,
            line.split_whitespace().count() as u32,
            Some("Mara Lind and Tom Reed"),
        )
    }

    #[test]
    fn sign_offs_are_told_from_copy() {
        for line in [
            "Mara Lind is a reporter for the Herald. Follow her on X.",
            "Tom Reed lives in a lighthouse with two dogs.",
            "Ilse Wren is the author of two books about tides.",
            "Write to the desk at night@herald.example.",
            "Additional reporting by Ilse Wren.",
            "Sign up for our newsletter",
        ] {
            assert!(found(line), "{line}");
        }
    }

    #[test]
    fn last_paragraphs_are_copy() {
        for line in [
            "“Mara Lind is a good reporter,” he said.",
            "Police are asking anyone with information to contact them.",
            "Residents can write to the council until Friday.",
            "The harbour’s director is a writer of letters to the paper.",
            "The ferry company is still looking for a new editor of its timetable.",
            "Those who want to join us on the wall are welcome, the mayor wrote.",
        ] {
            assert!(!found(line), "{line}");
        }
    }
}
