//! What the control words of RTF do to the text.

mod letters;

use super::scan::{Scan, Token, What};
use super::{charset, words};
use crate::text::read::{RawBlock, Reading, plain, style};
use crate::text::{BlockKind, Field, Span};
use encoding_rs::{Encoding, WINDOWS_1252};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Where findings in an RTF file point.
const FIELD: Field = Field::Rtf;

/// Groups deeper than this are read as if they stood in the group around them. Word nests a dozen.
const DEEPEST: usize = 512;

/// What holds in a group and is forgotten at its end.
#[derive(Clone, Copy, Debug)]
struct Group {
    /// Is its text no copy?
    silent: bool,
    place: Destination,
    /// How many stand-ins follow a `\u` character.
    stand_ins: u32,
    font: i32,
    hidden: bool,
    deleted: bool,
}

/// Tables in the head of the file that are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Destination {
    Copy,
    Fonts,
    Styles,
    Changed,
}

pub(super) struct State<'a, 'r> {
    source: &'a str,
    reading: &'r mut Reading,
    groups: Vec<Group>,
    /// Groups below [`DEEPEST`].
    deeper: u32,
    page: &'static Encoding,
    fonts: FxHashMap<i32, &'static Encoding>,
    /// What paragraphs of a style are.
    styles: FxHashMap<i32, BlockKind>,
    /// The style that is being described, and its name so far.
    style: (i32, String),
    /// What the paragraph is by its properties.
    kind: BlockKind,
    /// The next text belongs to `\*`: an extension.
    starred: bool,
    /// Stand-ins still to be passed over.
    skip: u32,
    /// Bytes of the code page not yet decoded, and where they stand.
    bytes: (Vec<u8>, Range<usize>),
    /// The first half of a character outside the basic plane, and where it stands.
    half: Option<(u16, usize)>,
    /// Where the block begins that is being written.
    open: Option<usize>,
    /// White space not yet written.
    space: Option<(&'static str, Range<usize>)>,
    /// The day it was last changed: year, month, day.
    changed: [i32; 3],
    /// How many blocks stood before.
    first: usize,
}

impl<'a, 'r> State<'a, 'r> {
    pub(super) fn new(source: &'a str, reading: &'r mut Reading) -> Self {
        let first = reading.blocks.len();
        Self {
            source,
            reading,
            groups: Vec::new(),
            deeper: 0,
            page: WINDOWS_1252,
            fonts: FxHashMap::default(),
            styles: FxHashMap::default(),
            style: (0, String::new()),
            kind: BlockKind::Paragraph,
            starred: false,
            skip: 0,
            bytes: (Vec::new(), 0..0),
            half: None,
            open: None,
            space: None,
            changed: [0; 3],
            first,
        }
    }

    pub(super) fn take(&mut self, token: &Token<'a>, scan: &mut Scan<'a>) {
        if !matches!(token.what, What::Byte(_)) {
            self.decode();
        }
        match token.what {
            What::Open => self.open_group(),
            What::Close => self.close_group(),
            What::Byte(byte) => self.byte(byte, token.place.clone()),
            What::Text(text) => self.text(text, token.place.start),
            What::Symbol(sign) => self.symbol(sign, token.place.clone()),
            What::Word("bin", Some(bytes)) => scan.pass(usize::try_from(bytes).unwrap_or(0)),
            What::Word(word, number) => self.word(word, number, token.place.clone()),
        }
    }

    pub(super) fn finish(&mut self) {
        self.decode();
        self.end_block();
        if let Some(ours) = self.reading.blocks.get_mut(self.first..) {
            plain::sort(&self.reading.text, ours);
        }
        let [year, month, day] = self.changed;
        if let (Ok(year), Ok(month), Ok(day)) = (year.try_into(), month.try_into(), day.try_into()) {
            self.reading.meta.published = Date::new(year, month, day).ok();
        }
    }

    fn group(&self) -> Group {
        self.groups.last().copied().unwrap_or(Group {
            silent: false,
            place: Destination::Copy,
            stand_ins: 1,
            font: -1,
            hidden: false,
            deleted: false,
        })
    }

    fn set(&mut self, change: impl FnOnce(&mut Group)) {
        if let Some(group) = self.groups.last_mut() {
            change(group);
        }
    }

    fn open_group(&mut self) {
        self.skip = 0;
        if self.groups.len() < DEEPEST {
            self.groups.push(self.group());
        } else {
            self.deeper += 1;
        }
    }

    fn close_group(&mut self) {
        self.skip = 0;
        self.starred = false;
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        if self.group().place == Destination::Styles {
            self.end_style();
        }
        self.groups.pop();
    }

    fn word(&mut self, word: &str, number: Option<i32>, place: Range<usize>) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        let on = number != Some(0);
        let starred = std::mem::take(&mut self.starred);
        match word {
            "ansicpg" => self.page = charset::code_page(number.unwrap_or(1252)),
            "mac" => self.page = charset::code_page(10000),
            "uc" => self.set(|g| g.stand_ins = number.and_then(|n| u32::try_from(n).ok()).unwrap_or(1).min(8)),
            "u" => self.unicode(number.unwrap_or(0), place),
            "f" => self.set(|g| g.font = number.unwrap_or(0)),
            "v" => self.set(|g| g.hidden = on),
            "deleted" => self.set(|g| g.deleted = on),
            "plain" => self.set(|g| (g.hidden, g.deleted) = (false, false)),
            "fonttbl" => self.set(|g| g.place = Destination::Fonts),
            "stylesheet" => self.set(|g| g.place = Destination::Styles),
            "creatim" | "revtim" => self.set(|g| g.place = Destination::Changed),
            "yr" | "mo" | "dy" if self.group().place == Destination::Changed => {
                let at = ["yr", "mo", "dy"].iter().position(|w| *w == word).unwrap_or(0);
                self.changed[at] = number.unwrap_or(0);
            }
            "info" => {}
            _ if words::SILENT.contains(&word) => self.set(|g| g.silent = true),
            // Lists and shapes are extensions too, and their text is copy.
            _ if starred && !matches!(word, "shptxt" | "shpinst" | "cs" | "ts") => self.set(|g| g.silent = true),
            "fcharset" if self.group().place == Destination::Fonts => {
                if let Some(encoding) = number.and_then(charset::of_font) {
                    self.fonts.insert(self.group().font, encoding);
                }
            }
            "s" if self.group().place == Destination::Styles => self.style.0 = number.unwrap_or(0),
            _ if self.is_silent() => {}
            _ => self.format(word, number, place),
        }
    }

    /// Control words that matter where copy stands.
    fn format(&mut self, word: &str, number: Option<i32>, place: Range<usize>) {
        match word {
            "par" | "page" | "sect" => self.end_block(),
            "cell" | "row" | "nestcell" => {
                self.end_block();
            }
            "line" | "softline" => self.space = self.open.map(|_| ("\n", place)),
            "pard" => self.kind = BlockKind::Paragraph,
            "intbl" | "ls" => self.kind = BlockKind::List,
            "s" => {
                let style = self.styles.get(&number.unwrap_or(0));
                self.kind = style.copied().unwrap_or(self.kind);
            }
            "outlinelevel" if number.is_none_or(|n| n < 9) && self.kind == BlockKind::Paragraph => {
                self.kind = BlockKind::Heading;
            }
            _ => {
                if let Some(sign) = words::sign(word) {
                    self.write(sign, place);
                }
            }
        }
    }

    fn symbol(&mut self, sign: char, place: Range<usize>) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        match sign {
            '*' => self.starred = true,
            '\r' | '\n' if !self.is_silent() => self.end_block(),
            '~' => self.write("\u{a0}", place),
            '_' => self.write("\u{2011}", place),
            '{' => self.write("{", place),
            '}' => self.write("}", place),
            '\\' => self.write("\\", place),
            // An optional hyphen (`\-`) is not shown; others are not known.
            _ => {}
        }
    }

    fn is_silent(&self) -> bool {
        let group = self.group();
        group.silent || group.hidden || group.deleted || group.place != Destination::Copy
    }

    fn write(&mut self, text: &str, place: Range<usize>) {
        if self.is_silent() || text.is_empty() {
            return;
        }
        let start = match self.open {
            Some(start) => start,
            None if text.chars().all(char::is_whitespace) => return,
            None => {
                self.reading.part();
                self.space = None;
                self.reading.text.len()
            }
        };
        self.open = Some(start);
        if let Some((sign, place)) = self.space.take() {
            self.reading.replaced(sign, FIELD, place.start, place.len());
        }
        debug_assert!(place.end <= self.source.len());
        self.reading.replaced(text, FIELD, place.start, place.len());
    }

    fn end_block(&mut self) {
        self.space = None;
        if let Some(start) = self.open.take() {
            let span = Span::new(start, self.reading.text.len());
            self.reading.blocks.push(RawBlock { span, kind: self.kind });
        }
    }

    fn end_style(&mut self) {
        let (number, name) = std::mem::take(&mut self.style);
        if let Some(kind) = style::kind(name.trim_end_matches(';')) {
            self.styles.insert(number, kind);
        }
    }
}
