//! New inputs from old ones: bytes changed, pieces cut, doubled, moved in from elsewhere.

/// Inputs are kept below this: what breaks a reader is small, and small inputs are many.
const LONGEST: usize = 6_000;

/// Pieces that have broken readers before, everywhere.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"'",
    b"\xe2\x80\x9c",
    b"\xe2\x80\x9d",
    b"\xe2\x80\x99",
    b"(",
    b")",
    b"[",
    b"]",
    b"[[",
    b"]]",
    b"{",
    b"}",
    b"<",
    b">",
    b"</",
    b"/>",
    b"<!--",
    b"-->",
    b"<p>",
    b"<div>",
    b"<script>",
    b"&",
    b"&amp;",
    b"&#0;",
    b"&#x10ffff;",
    b"&#xd800;",
    b"\0",
    b"\n",
    b"\r\n",
    b"\r",
    b"\t",
    b"\xff",
    b"\xc3",
    b"\xf0\x9f",
    b"\xef\xbb\xbf",
    b"\xcc\x81",
    b"\xe2\x80\x8b",
    b"\xe2\x80\xae",
    b"\xc2\xad",
    b"\xc4\xb0",
    b"\xef\xac\x81",
    b"0",
    b"9999999999999999999999",
    b"-1",
    b"1e999",
    b"1,000,000",
    b"0.0",
    b"\xc2\xbd",
    b"31 February",
    b"%",
    b"$",
    b"\\",
    b"\\u0000",
    b"\\u8217\\'",
    b"\x1b]0;a\x07",
    b"<!-- presscheck: allow tone/loaded-word because x (AB) -->",
    b"\\ud800",
    b"\"\"\"",
    b"'''",
    b"#",
    b"```",
    b"---",
    b"|",
    b"*",
    b"_",
    b"~",
    b"@",
    b"=",
    b":",
    b".",
    b"...",
    b"said",
    b"Mr. ",
    b"St. ",
    b" per cent",
    b"not ",
    b"{match}",
    b"@list",
    b"<number>",
    b"<name>",
    b"(?i)",
    b"(a*)*",
    b"\\p{L}",
    b"[^a]",
    b"{1,9999}",
];

/// Makes inputs, the same ones from the same number.
pub(super) struct Mutator {
    state: u64,
    seeds: Vec<Vec<u8>>,
}

impl Mutator {
    pub(super) fn new(number: u64, seeds: Vec<Vec<u8>>) -> Self {
        Self {
            state: number | 1,
            seeds,
        }
    }

    /// The next input: a seed, or a part of one, with up to sixteen things done to it.
    pub(super) fn next(&mut self) -> Vec<u8> {
        let mut input = self.piece();
        for _ in 0..=self.below(16) {
            self.change(&mut input);
        }
        input.truncate(LONGEST);
        input
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        let at = self.below(input.len() + 1);
        let end = (at + 1 + self.below(40)).min(input.len());
        match self.below(8) {
            0 if at < input.len() => input[at] ^= 1 << self.below(8),
            1 if at < input.len() => input[at] = self.below(256) as u8,
            2 => drop(input.drain(at..end)),
            3 => {
                let again = input[at..end].repeat(1 + self.below(30));
                input.splice(at..at, again);
            }
            4 => {
                let other = self.piece();
                let from = self.below(other.len() + 1);
                let to = (from + self.below(400)).min(other.len());
                input.splice(at..end, other[from..to].iter().copied());
            }
            5 => {
                let piece = PIECES[self.below(PIECES.len())].repeat(1 + self.below(20) * self.below(2));
                input.splice(at..at, piece);
            }
            6 => {
                // A word of the input somewhere else in it: names meet names, figures meet figures.
                let from = self.below(input.len() + 1);
                let word: Vec<u8> = input[from..].iter().copied().take(1 + self.below(24)).collect();
                input.splice(at..end, word);
            }
            _ => {
                let piece = PIECES[self.below(PIECES.len())];
                input.splice(at..end, piece.iter().copied());
            }
        }
    }

    /// A seed, or a stretch of one that is too long.
    fn piece(&mut self) -> Vec<u8> {
        let number = self.below(self.seeds.len());
        let from = self.below(self.seeds[number].len().saturating_sub(LONGEST / 2) + 1);
        self.seeds[number]
            .iter()
            .copied()
            .skip(from)
            .take(LONGEST / 2)
            .collect()
    }

    /// A number below a limit. (Xorshift: Marsaglia 2003.)
    fn below(&mut self, limit: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        ((self.state >> 11) % limit.max(1) as u64) as usize
    }
}
