//! Copies of one story side by side: stories are told apart first, then what their copies tell is put in
//! rows, one for each thing told, with a verdict that says how the copies stand to each other.

mod rows;
mod story;
mod told;
mod verdict;
mod words;

use super::place::Places;
use super::{Engine, voiced};
use crate::report::comparison::{COMPARISON_SCHEMA, Comparison, Row, Story, Value};
use crate::text::Article;
use told::{Copy, Told};
use words::Words;

impl Engine {
    /// Puts copies side by side, those of different stories apart. Pure: the same articles in the same order give the
    /// same comparison.
    #[must_use]
    pub fn compare(&self, articles: &[Article]) -> Comparison {
        self.side_by_side(articles, story::groups)
    }

    /// Puts copies side by side that the one who asks knows to tell one story, whatever their words say.
    #[must_use]
    pub fn compare_as_one_story(&self, articles: &[Article]) -> Comparison {
        self.side_by_side(articles, |abouts| vec![(0..abouts.len()).collect()])
    }

    fn side_by_side(&self, articles: &[Article], groups: impl Fn(&[story::About]) -> Vec<Vec<usize>>) -> Comparison {
        let words = Words::builtin();
        let readings: Vec<_> = articles.iter().map(|a| self.read(a)).collect();
        let copies: Vec<Copy<'_>> = readings
            .iter()
            .map(|reading| Copy::new(reading, &self.rules().lexicon, &words))
            .collect();
        let abouts: Vec<_> = copies.iter().map(story::About::of).collect();
        let stories = groups(&abouts).into_iter().map(|group| {
            let told: Vec<Vec<Told>> = group
                .iter()
                .map(|n| if group.len() > 1 { copies[*n].told() } else { Vec::new() })
                .collect();
            let spoken: Vec<Spoken<'_>> = group.iter().map(|n| Spoken::new(&articles[*n], &copies[*n])).collect();
            Story {
                about: story::shared_names(&group.iter().map(|n| &abouts[*n]).collect::<Vec<_>>()),
                copies: group.iter().map(|n| articles[*n].id.clone()).collect(),
                rows: dress(rows::rows(&told, &copies_of(&group, &copies)), spoken),
            }
        });
        Comparison {
            schema: COMPARISON_SCHEMA,
            stories: stories.collect(),
        }
    }
}

fn copies_of<'a>(group: &[usize], copies: &'a [Copy<'a>]) -> Vec<&'a Copy<'a>> {
    group.iter().filter_map(|n| copies.get(*n)).collect()
}

/// A copy with what finds places and speakers in it.
struct Spoken<'a> {
    copy: &'a Copy<'a>,
    places: Places<'a>,
}

impl<'a> Spoken<'a> {
    fn new(article: &'a Article, copy: &'a Copy<'a>) -> Self {
        Self {
            copy,
            places: Places::new(article, &copy.reading.document),
        }
    }

    fn value(&mut self, told: &Told) -> Value {
        voiced::value(self.copy.reading, &mut self.places, told.span, told.shown)
    }
}

/// Gives the values of rows their places and speakers.
fn dress(rows: Vec<rows::Bare<'_>>, mut spoken: Vec<Spoken<'_>>) -> Vec<Row> {
    let mut out = Vec::with_capacity(rows.len());
    for row in rows {
        let copies = row.copies.iter().zip(&mut spoken);
        out.push(Row {
            slot: row.slot,
            name: row.name,
            verdict: row.verdict,
            copies: copies
                .map(|(told, spoken)| told.iter().map(|t| spoken.value(t)).collect())
                .collect(),
        });
    }
    out
}
