//! Units: what a figure is a number of, and what each measure is in its dimension.

/// What a figure is a number of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unit {
    /// Things or people.
    Count,
    /// Hundredths.
    Percent,
    /// Percentage points.
    Point,
    /// Money, in whole units of the currency.
    Money(Currency),
    /// A length, a weight, a time.
    Measure(Measure),
    /// A share in words: "two-thirds", "one in five".
    Fraction,
    /// How old a person is, in years.
    Age,
    /// A place in an order: 21st.
    Ordinal,
    /// A result: 2-1.
    Score,
    /// A year.
    Year,
    /// A day of a month.
    Day,
    /// A time of day.
    Clock,
    /// Part of a name: Boeing 737, Number 10, 9/11.
    Name,
    /// Digits whose commas or stops stand where none belong: 110,00.
    Malformed,
}

/// A currency, by its ISO code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency(pub &'static str);

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// In metres.
    Length,
    /// In square metres.
    Area,
    /// In kilograms.
    Mass,
    /// In cubic metres.
    Volume,
    /// In metres a second.
    Speed,
    /// In degrees Celsius.
    Temperature,
    /// In seconds.
    Time,
}

/// A unit of measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// What it measures.
    pub dimension: Dimension,
    /// How many of the dimension's own unit one of it is.
    pub factor: f64,
    /// What is taken off before multiplying: 32 for Fahrenheit.
    pub offset: f64,
    /// Is it of the metric system?
    pub metric: bool,
}

impl Measure {
    /// A value in the dimension's own unit.
    #[must_use]
    pub fn base(self, value: f64) -> f64 {
        (value - self.offset) * self.factor
    }

    /// A value of the dimension's own unit in this one.
    #[must_use]
    pub fn of_base(self, base: f64) -> f64 {
        base / self.factor + self.offset
    }

    /// The last place where a smaller unit follows: an inch of a foot, a pound of a stone.
    pub(super) fn part_step(self) -> f64 {
        if self == FOOT { 1.0 / 12.0 } else { 1.0 / 14.0 }
    }
}

/// A measure without an offset.
pub(super) const fn measure(dimension: Dimension, factor: f64, metric: bool) -> Measure {
    Measure {
        dimension,
        factor,
        offset: 0.0,
        metric,
    }
}

pub(super) const METRE: Measure = measure(Dimension::Length, 1.0, true);
pub(super) const FOOT: Measure = measure(Dimension::Length, 0.3048, false);
pub(super) const STONE: Measure = measure(Dimension::Mass, 6.350_293, false);
pub(super) const INCH: Measure = measure(Dimension::Length, 0.0254, false);
pub(super) const POUND: Measure = measure(Dimension::Mass, 0.453_592, false);
