//! Numbers in words: "two hundred and fifty", "dozens", "half a million".

use super::number::{Form, Number};
use super::scan::Scan;
use super::words::{Word, word_at};
use crate::facts::Class;

pub(super) fn words(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let mut number = Number {
        step: 1.0,
        scale: 1.0,
        end: at + 1,
        ..Number::default()
    };
    let article = matches!(scan.text(at), "a" | "A" | "an" | "An");
    let first = at + usize::from(article);
    match word_at(scan, first)? {
        Word::Unit(_) | Word::Ten(_) if article => return None,
        Word::Unit(value) if super::same(value, 1.0) && is_pronoun(scan, first) => return None,
        Word::Unit(value) => number.value = value,
        Word::Ten(tens) => {
            number.value = tens;
            let joint = scan.is_joint(first + 1);
            let next = first + 1 + usize::from(joint);
            if let Some(Word::Unit(units)) =
                word_at(scan, next).filter(|w| matches!(w, Word::Unit(u) if *u > 0.0 && *u < 10.0))
            {
                number.value += units;
                number.end = next + 1;
            }
        }
        Word::Scale(scale) if article => {
            number.value = scale;
            number.step = scale;
            number.scale = scale;
            number.magnitude = true;
            number.end = first + 1;
        }
        Word::Dozen if article => {
            number.value = 12.0;
            number.end = first + 1;
            number.form = Form::Rough;
            return Some(number);
        }
        Word::Few(low, high) if article || scan.lower(first).as_str() == "several" => {
            return Some(few(scan, first, low, high));
        }
        Word::Many(least) if !article => return many(scan, first, least),
        Word::Half => return half(scan, first),
        Word::Part(share) if article => {
            return Some(Number {
                value: share,
                step: 0.1,
                form: Form::Fraction,
                end: first + 1,
                ..number
            });
        }
        _ => return None,
    }
    if let Some(part) = thirds(scan, &number) {
        return Some(part);
    }
    let next = number.end + usize::from(scan.is_joint(number.end));
    if word_at(scan, next) == Some(Word::Dozen) {
        number.value *= 12.0;
        number.form = Form::Rough;
        number.end = next + 1;
        return Some(number);
    }
    and_a_half(scan, &mut number);
    scaled(scan, &mut number);
    // "A billion-dollar loss" may be one of 916 million; "a hundred and fifty" is so many.
    if article && number.end == first + 1 {
        number.form = Form::Rough;
    }
    Some(number)
}

/// "two and a half million", "one and a quarter miles".
fn and_a_half(scan: &Scan<'_>, number: &mut Number) {
    let [and, article, part] = [0, 1, 2].map(|i| scan.lower(number.end + i));
    let part = match part.as_str() {
        "half" => 0.5,
        "quarter" => 0.25,
        _ => return,
    };
    if and.as_str() == "and" && article.as_str() == "a" {
        number.value += part;
        number.step = part;
        number.end += 3;
    }
}

/// Is "one" a word for a thing or for anybody: "a new one", "one would think"?
fn is_pronoun(scan: &Scan<'_>, at: usize) -> bool {
    let next = scan.lower(at + 1);
    let goes_on = scan.token(at + 1).is_some_and(|t| t.is_word() || t.is('-'));
    // "Four remain in hospital and one is critical" counts to the end.
    if matches!(next.as_str(), "is" | "was" | "has") && scan.lower(at.wrapping_sub(1)).as_str() == "and" {
        return false;
    }
    !goes_on || (scan.has(at + 1, Class::FigureStop) && !matches!(next.as_str(), "of" | "in" | "and" | "or" | "to"))
}

/// "two hundred and fifty thousand": each scale word multiplies what stands before it.
pub(super) fn scaled(scan: &Scan<'_>, number: &mut Number) {
    let mut total = 0.0;
    let mut current = number.value;
    let mut scale_seen = number.magnitude;
    loop {
        let next = number.end + usize::from(scan.is_joint(number.end));
        match word_at(scan, next) {
            Some(Word::Scale(scale)) => {
                if scale > 500.0 {
                    total += current * scale;
                    current = 0.0;
                    number.step = if total > 0.0 {
                        scale.min(number.step.max(scale))
                    } else {
                        scale
                    };
                } else {
                    current *= scale;
                    number.step = scale;
                }
                number.scale = scale;
                number.magnitude = true;
                scale_seen = true;
                number.end = next + 1;
            }
            Some(Word::Unit(_) | Word::Ten(_)) if scale_seen && scan.spaced(next) => {
                let Some(more) = small(scan, next) else { break };
                current += more.0;
                number.step = 1.0;
                number.end = more.1;
            }
            None if scale_seen && scan.lower(next).as_str() == "and" => {
                let Some(more) = small(scan, next + 1).filter(|_| number.scale < 1e6) else {
                    break;
                };
                current += more.0;
                number.step = 1.0;
                number.end = more.1;
            }
            _ => break,
        }
    }
    number.value = total + current;
}

/// A number under a hundred in words, with one past its last token.
pub(super) fn small(scan: &Scan<'_>, at: usize) -> Option<(f64, usize)> {
    match word_at(scan, at)? {
        Word::Unit(value) => Some((value, at + 1)),
        Word::Ten(tens) => {
            let next = at + 1 + usize::from(scan.is_joint(at + 1));
            match word_at(scan, next) {
                Some(Word::Unit(units)) if units < 10.0 => Some((tens + units, next + 1)),
                _ => Some((tens, at + 1)),
            }
        }
        _ => None,
    }
}

/// "several", "several hundred", "a couple of thousand".
fn few(scan: &Scan<'_>, at: usize, low: f64, high: f64) -> Number {
    let mut end = at + 1;
    let next = end + usize::from(scan.lower(end).as_str() == "of");
    let mut scale = 1.0;
    match word_at(scan, next) {
        Some(Word::Scale(s)) => {
            scale = s;
            end = next + 1;
        }
        Some(Word::Dozen) => {
            scale = 12.0;
            end = next + 1;
        }
        _ => {}
    }
    Number {
        value: low * scale,
        step: scale,
        scale,
        magnitude: scale > 1.0,
        vague: Some((low * scale, high * scale)),
        end,
        ..Number::default()
    }
}

/// "dozens", "hundreds", "tens of thousands".
fn many(scan: &Scan<'_>, at: usize, least: f64) -> Option<Number> {
    let mut least = least;
    let mut most = match least {
        l if l < 100.0 => 120.0,
        l if l < 1e3 => 1e3,
        l if l < 1e6 => 1e6,
        _ => f64::INFINITY,
    };
    let mut end = at + 1;
    if scan.lower(end).as_str() == "of"
        && let Some(Word::Many(scale)) = word_at(scan, end + 1)
    {
        least = least / 2.0 * scale / 2.0;
        most *= scale;
        end += 2;
    } else if scan.lower(at).as_str() == "scores" && scan.lower(end).as_str() != "of" {
        // "the scores", "he scores"
        return None;
    }
    Some(Number {
        value: least,
        step: least,
        scale: 1.0,
        vague: Some((least, most)),
        end,
        ..Number::default()
    })
}

/// "half a million", "half a dozen", and "half" alone.
fn half(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let scale = match (scan.lower(at + 1).as_str(), word_at(scan, at + 2)) {
        ("a", Some(Word::Scale(scale))) => Some(scale),
        ("a", Some(Word::Dozen)) => Some(12.0),
        _ => None,
    };
    let of = matches!(scan.lower(at + 1).as_str(), "of" | "the");
    Some(match scale {
        Some(scale) => Number {
            value: scale / 2.0,
            step: scale / 2.0,
            scale,
            magnitude: scale > 12.0,
            form: Form::Rough,
            end: at + 3,
            ..Number::default()
        },
        None if of => Number {
            value: 0.5,
            step: 0.1,
            scale: 1.0,
            form: Form::Fraction,
            end: at + 1,
            ..Number::default()
        },
        None => return None,
    })
}

/// "two-thirds", "three quarters".
fn thirds(scan: &Scan<'_>, number: &Number) -> Option<Number> {
    let next = number.end + usize::from(scan.is_joint(number.end));
    match word_at(scan, next)? {
        Word::Part(share) if number.value >= 1.0 && number.value <= 4.0 => {
            let plural = scan.text(next).ends_with('s');
            // "one third", but not "two third places".
            (plural || number.value < 2.0).then(|| Number {
                value: number.value * share,
                step: 0.1,
                form: Form::Fraction,
                end: next + 1,
                ..*number
            })
        }
        _ => None,
    }
}
