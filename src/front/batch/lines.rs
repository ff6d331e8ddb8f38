//! Lines of any length from a stream of any length, in bounded memory.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// A longer line is skipped, not loaded: no article is that long.
pub(in crate::front) const MOST_BYTES: usize = 32 * 1024 * 1024;
/// Lines that are handed on together at most: enough for every core, not enough to matter in memory.
pub(in crate::front) const MOST_LINES: usize = 256;
/// Likewise in bytes, for long articles.
const CHUNK_BYTES: usize = 4 * 1024 * 1024;
/// Read at once, so that a file gives the cores hundreds of articles to share.
const BUFFER: usize = 1024 * 1024;
/// Chunks that wait to be taken.
const WAITING: usize = 4;

/// One line of input.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::front) enum Line {
    /// A line, without its end.
    Whole(Vec<u8>),
    /// A line above the limit.
    TooLong,
}

impl Line {
    /// How many bytes of it are in memory.
    pub(super) fn weight(&self) -> usize {
        match self {
            Self::Whole(line) => line.len(),
            Self::TooLong => 0,
        }
    }
}

/// What a reading thread hands on, together as far as it waits; after an error there is no more.
pub(in crate::front) struct Chunks<T, E> {
    receiver: Receiver<Result<Vec<T>, E>>,
    error: Option<E>,
    /// How many bytes a thing holds in memory.
    weigh: fn(&T) -> usize,
}

impl<T: Send + 'static, E: Send + 'static> Chunks<T, E> {
    /// Reads on a thread of its own, which ends with the input or when nobody takes anything any more. The
    /// thread is not waited for: it may hang in a read of a terminal that will never answer.
    pub(super) fn read(weigh: fn(&T) -> usize, feed: impl FnOnce(&Sender<T, E>) + Send + 'static) -> Self {
        let (sender, receiver) = sync_channel(WAITING);
        thread::spawn(move || feed(&sender));
        Self {
            receiver,
            error: None,
            weigh,
        }
    }
}

pub(super) type Sender<T, E> = SyncSender<Result<Vec<T>, E>>;

impl<T, E> Iterator for Chunks<T, E> {
    type Item = Result<Vec<T>, E>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.error.take() {
            return Some(Err(error));
        }
        let mut all = match self.receiver.recv().ok()? {
            Ok(all) => all,
            Err(error) => return Some(Err(error)),
        };
        // Huge articles are not heaped up: one keeps a core busy for long.
        let light = |all: &[T]| all.iter().map(self.weigh).sum::<usize>() < CHUNK_BYTES;
        while all.len() < MOST_LINES && light(&all) {
            match self.receiver.try_recv() {
                Ok(Ok(more)) => all.extend(more),
                // What came before the error is still good.
                Ok(Err(error)) => {
                    self.error = Some(error);
                    break;
                }
                Err(_) => break,
            }
        }
        Some(Ok(all))
    }
}

/// Reads lines, on a thread of its own.
pub(in crate::front) fn read(input: impl Read + Send + 'static) -> Chunks<Line, io::Error> {
    Chunks::read(Line::weight, |sender| {
        let hand_on = |lines: Vec<Numbered>| {
            sender
                .send(Ok(lines.into_iter().map(|(_, line)| line).collect()))
                .is_ok()
        };
        if let Err(error) = feed(input, hand_on) {
            // If nobody listens any more, nobody misses it.
            let _ = sender.send(Err(error));
        }
    })
}

/// A line, and which of its input it is, from 1.
pub(super) type Numbered = (u64, Line);

/// Hands on all lines of an input, until nobody takes them.
pub(super) fn feed(input: impl Read, hand_on: impl Fn(Vec<Numbered>) -> bool) -> io::Result<()> {
    let mut input = BufReader::with_capacity(BUFFER, input);
    let (mut chunk, mut bytes, mut number) = (Vec::new(), 0, 0);
    loop {
        number += 1;
        let line = match line(&mut input) {
            Ok(Some(line)) => line,
            end => {
                hand_on(chunk);
                return end.map(|_| ());
            }
        };
        if let Line::Whole(words) = &line {
            if words.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            bytes += words.len();
        }
        chunk.push((number, line));
        // Nothing left in the buffer: the next read may wait, so hand on what there is.
        let full = chunk.len() >= MOST_LINES || bytes >= CHUNK_BYTES || input.buffer().is_empty();
        if full {
            bytes = 0;
            if !hand_on(std::mem::take(&mut chunk)) {
                return Ok(());
            }
        }
    }
}

/// One line; of a line above the limit nothing is kept.
fn line(input: &mut impl BufRead) -> io::Result<Option<Line>> {
    let mut words = Vec::new();
    let read = input.take(MOST_BYTES as u64 + 1).read_until(b'\n', &mut words)?;
    if read == 0 {
        return Ok(None);
    }
    if words.last() == Some(&b'\n') {
        words.pop();
        return Ok(Some(Line::Whole(words)));
    }
    if words.len() <= MOST_BYTES {
        return Ok(Some(Line::Whole(words)));
    }
    input.skip_until(b'\n')?;
    Ok(Some(Line::TooLong))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_in_order_and_blank_ones_are_left_out() {
        let input: String = (0..1000).fold(String::new(), |all, i| all + &i.to_string() + "\n\n");
        let chunks = read(io::Cursor::new(input));
        let all: Vec<Line> = chunks.flat_map(|chunk| chunk.expect("lines")).collect();
        let wanted: Vec<Line> = (0..1000).map(|i| Line::Whole(i.to_string().into_bytes())).collect();
        assert_eq!(all, wanted);
    }

    #[test]
    fn a_line_above_the_limit_is_skipped() {
        let long = io::repeat(b'x').take(MOST_BYTES as u64 * 2);
        let mut input = BufReader::new(long.chain(io::Cursor::new("\nnext")));
        assert_eq!(line(&mut input).expect("read"), Some(Line::TooLong));
        assert_eq!(line(&mut input).expect("read"), Some(Line::Whole(b"next".to_vec())));
        assert_eq!(line(&mut input).expect("read"), None);
    }
}
