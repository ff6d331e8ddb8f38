//! Where an article stands among others: percentiles of a newsroom's own archive.
//!
//! A reference holds rates and no words. It is shown beside the score and never folded into it: it moves with
//! the archive, and the score must not.
//!
//! A rate of a short article jumps with every finding. So all rates are drawn towards the archive's mean, the
//! shorter the copy the more: the counts are taken for Poisson with rates spread by a Gamma distribution,
//! whose two parameters come from the archive by the method of moments (Gelman et al., Bayesian Data Analysis,
//! section 2.6). Drawn towards zero instead, short copy would look plainer than it is.

use super::Exposure;
use super::share::at_least;
use crate::finding::{Family, Finding, Severity};
use crate::report::Standing;
use serde::{Deserialize, Serialize};
use statrs::statistics::{Data, OrderStatistics};
use std::collections::BTreeMap;

/// The version of the file.
const VERSION: u32 = 1;

/// With fewer stories one more or less moves a percentile by more than five.
pub const LEAST_STORIES: usize = 20;

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Findings of tone, notes too, by words of the author's own.
    LoadedWords,
    /// Findings of sourcing that score, by sentences that make a claim.
    UnsourcedClaims,
}

impl Measure {
    /// Both, in the order reports show them.
    pub const ALL: [Self; 2] = [Self::LoadedWords, Self::UnsourcedClaims];

    /// Its name in files and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::LoadedWords => "loaded-words",
            Self::UnsourcedClaims => "unsourced-claims",
        }
    }

    /// What a rate is given by: a thousand words, a hundred claims.
    fn unit(self) -> f64 {
        match self {
            Self::LoadedWords => 1000.0,
            Self::UnsourcedClaims => 100.0,
        }
    }
}

/// What a reference needs to know of a story: counts, and not a word of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Story {
    /// What sort of story it is.
    pub genre: Option<String>,
    words: usize,
    claims: usize,
    loaded: usize,
    unsourced: usize,
}

impl Story {
    /// The counts of an article.
    #[must_use]
    pub fn new(genre: Option<&str>, findings: &[Finding], exposure: Exposure) -> Self {
        let count = |wanted: &dyn Fn(&&Finding) -> bool| findings.iter().filter(wanted).count();
        Self {
            genre: genre.map(str::to_lowercase),
            words: exposure.words,
            claims: exposure.claims,
            loaded: count(&|f| f.family == Family::Tone),
            unsourced: count(&|f| f.family == Family::Sourcing && f.severity > Severity::Info),
        }
    }

    /// How often, and against how much: in the measure's unit.
    fn of(&self, measure: Measure) -> (f64, f64) {
        let (count, exposure) = match measure {
            Measure::LoadedWords => (self.loaded, self.words),
            Measure::UnsourcedClaims => (self.unsourced, self.claims),
        };
        (count as f64, exposure as f64 / measure.unit())
    }
}

/// Percentiles of an archive.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// The version of the file's form.
    pub version: u32,
    /// What the archive is, for readers of a report.
    pub name: String,
    /// The mark of the rules it was made with: other rules find more or less.
    pub rules: String,
    /// All stories.
    pub all: Stories,
    /// Those of one genre, where there are enough of them.
    #[serde(default)]
    pub genre: BTreeMap<String, Stories>,
}

/// The stories of one sort.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stories {
    /// How many.
    pub stories: usize,
    #[serde(rename = "loaded-words")]
    loaded_words: Spread,
    #[serde(rename = "unsourced-claims")]
    unsourced_claims: Spread,
}

/// How a rate is spread over stories.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Spread {
    /// By 1,000 words or 100 claims.
    mean: f64,
    /// So many thousand words or hundred claims the mean weighs against a story's own.
    weight: f64,
    /// The 0th to the 100th.
    percentiles: Vec<f64>,
}

impl Reference {
    /// The percentiles of stories, in whatever order they come. `None` if there are too few.
    #[must_use]
    pub fn of(name: &str, rules: &str, mut stories: Vec<Story>) -> Option<Self> {
        // Sums of floats depend on their order.
        stories.sort();
        let mut genres: BTreeMap<String, Vec<&Story>> = BTreeMap::new();
        for story in &stories {
            if let Some(genre) = &story.genre {
                genres.entry(genre.clone()).or_default().push(story);
            }
        }
        let genres = genres.into_iter();
        Some(Self {
            version: VERSION,
            name: name.to_owned(),
            rules: rules.to_owned(),
            all: Stories::of(&stories.iter().collect::<Vec<_>>())?,
            genre: genres.filter_map(|(g, s)| Some((g, Stories::of(&s)?))).collect(),
        })
    }

    /// Reads a reference.
    ///
    /// # Errors
    /// What is wrong with it, in plain words.
    pub fn read(toml: &str) -> Result<Self, String> {
        let reference: Self = toml::from_str(toml).map_err(|e| e.message().to_owned())?;
        if reference.version != VERSION {
            return Err(format!("its version is {}, and {VERSION} is wanted", reference.version));
        }
        let sound = |s: &Spread| {
            let numbers = [s.mean, s.weight].into_iter().chain(s.percentiles.iter().copied());
            s.percentiles.len() == 101 && s.percentiles.is_sorted() && numbers.into_iter().all(f64::is_finite)
        };
        for stories in std::iter::once(&reference.all).chain(reference.genre.values()) {
            if !sound(&stories.loaded_words) || !sound(&stories.unsourced_claims) {
                return Err("a measure wants 101 percentiles, each no less than the one before".to_owned());
            }
        }
        Ok(reference)
    }

    /// The reference as a file. Empty if it cannot be written as TOML, which no reference can cause.
    #[must_use]
    pub fn write(&self) -> String {
        toml::to_string(self).unwrap_or_default()
    }

    /// Where a story stands, among those of its genre where there are enough of them.
    #[must_use]
    pub fn standing(&self, story: &Story) -> Vec<Standing> {
        let own = story.genre.as_deref().and_then(|g| self.genre.get_key_value(g));
        let stories = own.map_or(&self.all, |(_, stories)| stories);
        let of = |measure: Measure| {
            let spread = stories.spread(measure);
            let (count, exposure) = story.of(measure);
            if exposure <= 0.0 {
                return None;
            }
            let more_than = if count > 0.0 {
                spread.below(spread.drawn(count, exposure))
            } else {
                0
            };
            let all = u32::try_from(stories.stories).unwrap_or(u32::MAX);
            let below = u32::try_from((u64::from(more_than) * u64::from(all) + 50) / 100).unwrap_or(all);
            let above = all.saturating_sub(below);
            Some(Standing {
                measure: measure.name().to_owned(),
                rate: tenth(count / exposure),
                more_than,
                at_least: whole(at_least(below, above) * 100.0),
                stories: stories.stories,
                reference: self.name.clone(),
                genre: own.map(|(genre, _)| genre.clone()),
            })
        };
        Measure::ALL.into_iter().filter_map(of).collect()
    }
}

impl Stories {
    fn of(stories: &[&Story]) -> Option<Self> {
        if stories.len() < LEAST_STORIES {
            return None;
        }
        let spread = |measure| Spread::of(&stories.iter().map(|s| s.of(measure)).collect::<Vec<_>>());
        Some(Self {
            stories: stories.len(),
            loaded_words: spread(Measure::LoadedWords),
            unsourced_claims: spread(Measure::UnsourcedClaims),
        })
    }

    fn spread(&self, measure: Measure) -> &Spread {
        match measure {
            Measure::LoadedWords => &self.loaded_words,
            Measure::UnsourcedClaims => &self.unsourced_claims,
        }
    }
}

impl Spread {
    fn of(counts: &[(f64, f64)]) -> Self {
        let told: Vec<(f64, f64)> = counts.iter().copied().filter(|(_, e)| *e > 0.0).collect();
        let exposure: f64 = told.iter().map(|(_, e)| e).sum();
        let mean = told.iter().map(|(c, _)| c).sum::<f64>() / exposure.max(f64::MIN_POSITIVE);
        // The spread of the rates, less what chance alone would spread them.
        let spread: f64 = told.iter().map(|(c, e)| e * (c / e - mean).powi(2)).sum();
        let between = (spread - mean * told.len() as f64) / exposure.max(f64::MIN_POSITIVE);
        let weight = if between > 0.0 { mean / between } else { MOST_WEIGHT };
        let mut own = Self {
            mean: rounded(mean),
            weight: rounded(weight.min(MOST_WEIGHT)),
            percentiles: Vec::new(),
        };
        let mut rates = Data::new(told.iter().map(|(c, e)| own.drawn(*c, *e)).collect::<Vec<f64>>());
        own.percentiles = (0..=100).map(|p| rounded(rates.percentile(p))).collect();
        own
    }

    /// A rate drawn towards the mean.
    fn drawn(&self, count: f64, exposure: f64) -> f64 {
        (count + self.mean * self.weight) / (exposure + self.weight).max(f64::MIN_POSITIVE)
    }

    /// Of 100 stories, how many have a lower rate.
    fn below(&self, rate: f64) -> u32 {
        let lower = self.percentiles.partition_point(|p| *p < rate);
        lower.saturating_sub(1).min(100) as u32
    }
}

/// Where stories differ by chance alone, the mean weighs as much as a thousand thousand words.
const MOST_WEIGHT: f64 = 1000.0;

/// Six digits are more than any archive bears, and are the same on every machine.
fn rounded(number: f64) -> f64 {
    if number.is_finite() {
        (number * 1e6).round() / 1e6
    } else {
        0.0
    }
}

fn tenth(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

/// The whole part of a number from 0 to 100.
#[expect(clippy::cast_sign_loss, reason = "shares are never negative")]
fn whole(percent: f64) -> u32 {
    percent.floor() as u32
}

#[cfg(test)]
mod tests;
