//! The program itself, on good input and on broken.

mod allow;
mod archive;
mod broken;
mod clean;
mod diff;
mod fails;
mod formats;
mod help;
mod import;
mod in_vain;
mod kept;
mod measure;
mod packs;
mod reference;
mod reports;
mod sections;
mod several;
mod sources;
mod terminal;
mod windows;

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A story with one finding.
const STORY: &str = "The library on Mill Lane opens at nine on Monday.\n\nLeave a Comment\n";

fn presscheck(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_presscheck"));
    command
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .env("COLUMNS", "80")
        .env("TERM", "xterm-256color");
    command
}

fn run(arguments: &[&str]) -> Output {
    let command = presscheck(arguments).stdin(Stdio::null()).output();
    command.expect("the program runs")
}

/// Runs it with something on standard input.
fn fed(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = presscheck(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().expect("it was piped");
    let input = input.to_vec();
    // A program that answers before it has read everything must not block us.
    let feeder = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("it ends");
    feeder.join().expect("it is fed");
    output
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("it was not killed")
}

/// A folder for one test, removed when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("presscheck-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("it is in the folder")).expect("a folder can be made");
        fs::write(&path, bytes).expect("a file can be written");
        path.display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
