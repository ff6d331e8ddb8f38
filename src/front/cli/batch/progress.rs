//! How far a batch is, on a terminal, and how it went.

use crate::front::batch::Tally;
use indicatif::{HumanBytes, HumanCount, HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

/// A bar on standard error: articles, bytes a second, time left.
pub(super) struct Progress {
    bar: ProgressBar,
    start: Instant,
}

/// Pictures a second: enough to look alive, and cheap over a slow line.
const PICTURES: u8 = 4;

impl Progress {
    /// A bar for so many bytes, if that is known. It is not shown where nobody looks, nor where the reports
    /// themselves go to the terminal.
    pub(super) fn new(bytes: Option<u64>, quiet: bool, to_file: bool) -> Self {
        let shown = !quiet && io::stderr().is_terminal() && (to_file || !io::stdout().is_terminal());
        let target = if shown {
            ProgressDrawTarget::stderr_with_hz(PICTURES)
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(bytes, target);
        let template = if bytes.is_some() {
            "{bar:30} {percent:>3} %  {msg}  {binary_bytes_per_sec}  {eta} left"
        } else {
            "{spinner} {msg}  {binary_bytes}  {binary_bytes_per_sec}"
        };
        // A template that cannot be read would only cost the look.
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.progress_chars("█▉▊▋▌▍▎▏ "));
        }
        Self {
            bar,
            start: Instant::now(),
        }
    }

    /// Shows how it stands.
    pub(super) fn show(&self, tally: &Tally) {
        let articles = HumanCount(tally.before + tally.checked + tally.failed);
        self.bar.set_message(format!("{articles} articles"));
        self.bar.set_position(tally.bytes_before + tally.bytes);
    }

    /// Lets something be said beside the bar.
    pub(super) fn aside(&self, say: impl FnOnce()) {
        self.bar.suspend(say);
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }

    /// How it went, in a line.
    pub(super) fn summary(&self, tally: &Tally) -> String {
        let time = self.start.elapsed();
        let [pass, fix, hold] = tally.verdicts.map(HumanCount);
        let (checked, plural) = (HumanCount(tally.checked), if tally.checked == 1 { "" } else { "s" });
        let mut out = format!("{checked} article{plural} checked: {pass} to pass, {fix} to fix, {hold} to hold");
        if tally.before > 0 {
            let before = HumanCount(tally.before);
            out.push_str(&["; ", &before.to_string(), " were finished before"].concat());
        }
        match tally.failed {
            0 => {}
            1 => out += "; 1 could not be checked, see \"error\"",
            many => {
                let many = HumanCount(many).to_string();
                out.push_str(&["; ", &many, " could not be checked, see \"error\""].concat());
            }
        }
        let milliseconds = u64::try_from(time.as_millis()).unwrap_or(u64::MAX).max(1);
        let speed = HumanBytes(tally.bytes.saturating_mul(1000) / milliseconds);
        out + &format!(" ({} in {}, {speed} a second)", HumanBytes(tally.bytes), spoken(time))
    }
}

/// A time as people say it.
fn spoken(time: Duration) -> String {
    if time.as_secs() < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        HumanDuration(time).to_string()
    }
}
