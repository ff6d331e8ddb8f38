//! The command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    presscheck::front::cli::main()
}
