//! The command line.

use presscheck::engine::{Engine, Options};
use presscheck::front::batch;
use presscheck::rules::Rules;
use std::io;

fn main() -> io::Result<()> {
    let options = Options {
        analysis: std::env::args().any(|a| a == "--analysis"),
    };
    batch::run(
        &Engine::new(Rules::builtin()),
        options,
        io::stdin().lock(),
        io::BufWriter::new(io::stdout().lock()),
    )
}
