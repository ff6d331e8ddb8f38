//! Tables of numbers, which lie in the program as they are read: unpacked row by row they took a third of the
//! time to start.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

/// One row of a table, of so many bytes, the lowest first.
pub(crate) trait Row: Sized {
    const BYTES: usize;

    /// Puts the row into that many bytes.
    fn put(&self, bytes: &mut [u8]);

    /// The row of that many bytes.
    fn of(bytes: &[u8]) -> Self;
}

/// Rows by their numbers. Those that were put in order when the program was built are read where they lie in it.
#[derive(Clone, Debug)]
pub(crate) struct Table<T> {
    bytes: Bytes,
    row: PhantomData<T>,
}

/// As `Cow` has it; but looked at at every word, and that one is asked by a call.
#[derive(Clone, Debug)]
enum Bytes {
    InProgram(&'static [u8]),
    Own(Vec<u8>),
}

impl Bytes {
    #[inline]
    fn all(&self) -> &[u8] {
        match self {
            Self::InProgram(bytes) => bytes,
            Self::Own(bytes) => bytes,
        }
    }

    /// The same to be changed: those in the program are copied first.
    fn own(&mut self) -> &mut Vec<u8> {
        loop {
            match self {
                Self::InProgram(bytes) => *self = Self::Own(bytes.to_vec()),
                Self::Own(bytes) => return bytes,
            }
        }
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self {
            bytes: Bytes::InProgram(&[]),
            row: PhantomData,
        }
    }
}

impl<T: Row> Table<T> {
    /// How many rows there are.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.bytes.all().len() / T::BYTES
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.bytes.all().is_empty()
    }

    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<T> {
        self.bytes
            .all()
            .get(at * T::BYTES..)
            .and_then(|rest| rest.get(..T::BYTES))
            .map(T::of)
    }

    /// A row and the next.
    #[inline]
    pub(crate) fn pair(&self, at: usize) -> Option<(T, T)> {
        self.bytes
            .all()
            .get(at * T::BYTES..)
            .and_then(|rest| rest.get(..2 * T::BYTES))
            .map(Row::of)
    }

    /// The rows with these numbers, as far as there are such.
    #[inline]
    pub(crate) fn rows(&self, range: Range<usize>) -> impl ExactSizeIterator<Item = T> + '_ {
        let bytes = self.bytes.all().get(range.start * T::BYTES..range.end * T::BYTES);
        bytes.unwrap_or_default().chunks_exact(T::BYTES).map(T::of)
    }

    /// The first of the rows with these numbers of which `before` is not true; it is of none behind such a one.
    #[inline]
    pub(crate) fn first_not(&self, mut range: Range<usize>, before: impl Fn(T) -> bool) -> usize {
        while !range.is_empty() {
            let middle = range.start.midpoint(range.end);
            if self.get(middle).is_some_and(&before) {
                range.start = middle + 1;
            } else {
                range.end = middle;
            }
        }
        range.start
    }

    /// Puts a row in the place of another.
    pub(crate) fn set(&mut self, at: usize, row: &T) {
        let place = self.bytes.own().get_mut(at * T::BYTES..(at + 1) * T::BYTES);
        if let Some(bytes) = place {
            row.put(bytes);
        }
    }

    pub(crate) fn push(&mut self, row: &T) {
        let bytes = self.bytes.own();
        let at = bytes.len();
        bytes.resize(at + T::BYTES, 0);
        row.put(&mut bytes[at..]);
    }

    /// Makes room for so many further rows.
    pub(crate) fn reserve(&mut self, further: usize) {
        self.bytes.own().reserve(further * T::BYTES);
    }
}

impl<T: Row> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        let rows = rows.into_iter();
        let mut table = Self::default();
        table.reserve(rows.size_hint().0);
        rows.for_each(|row| table.push(&row));
        table
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Row for $number {
            const BYTES: usize = size_of::<$number>();

            fn put(&self, bytes: &mut [u8]) {
                bytes.copy_from_slice(&self.to_le_bytes());
            }

            #[inline]
            fn of(bytes: &[u8]) -> Self {
                bytes.try_into().map(Self::from_le_bytes).unwrap_or_default()
            }
        }
    )*};
}

numbers!(u32, u64);

/// A number with a name of its own, which is a row as the number is.
macro_rules! row_of_number {
    ($name:ident) => {
        impl Row for $name {
            const BYTES: usize = u32::BYTES;

            fn put(&self, bytes: &mut [u8]) {
                self.0.put(bytes);
            }

            #[inline]
            fn of(bytes: &[u8]) -> Self {
                Self(u32::of(bytes))
            }
        }
    };
}

pub(crate) use row_of_number;

impl<A: Row, B: Row> Row for (A, B) {
    const BYTES: usize = A::BYTES + B::BYTES;

    fn put(&self, bytes: &mut [u8]) {
        let (first, second) = bytes.split_at_mut(A::BYTES);
        self.0.put(first);
        self.1.put(second);
    }

    #[inline]
    fn of(bytes: &[u8]) -> Self {
        let (first, second) = bytes.split_at(A::BYTES);
        (A::of(first), B::of(second))
    }
}

impl<T> Serialize for Table<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.bytes.all())
    }
}

/// Only what lies in the program itself is read as a table.
impl<'de: 'static, T> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = Bytes::InProgram(deserializer.deserialize_bytes(InProgram)?);
        Ok(Self {
            bytes,
            row: PhantomData,
        })
    }
}

/// Bytes of the program.
pub(crate) struct InProgram;

impl<'de: 'static> Visitor<'de> for InProgram {
    type Value = &'static [u8];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes of the program")
    }

    fn visit_borrowed_bytes<E: Error>(self, bytes: &'de [u8]) -> Result<&'static [u8], E> {
        Ok(bytes)
    }
}
