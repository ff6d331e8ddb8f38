//! From an empty folder to a proven house rule that runs on an article: what `rules/first-rule.md` shows is
//! what really happens, within its time and its number of commands.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};

/// The transcript: commands after `$ `, what they print below. A fence with a path is a file that its reader
/// writes; one that begins with `sed` holds a line to be replaced, and the line in its place.
const TRANSCRIPT: &str = "rules/first-rule.md";

/// What a new user is promised. The words take their time; the program must leave them nearly all of it.
const MOST_COMMANDS: usize = 6;
const MOST_TIME: Duration = Duration::from_secs(30);

#[test]
fn six_commands_from_nothing_to_a_rule_at_work() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = env::temp_dir().join(format!("presscheck-first-rule-{}", std::process::id()));
    // Left over from a run that was killed.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    let kept = fs::read_to_string(root.join(TRANSCRIPT)).unwrap_or_default();
    let mut seen = String::new();
    let (mut commands, begun) = (0, Instant::now());
    let mut lines = kept.lines().peekable();
    while let Some(line) = lines.next() {
        let _ = writeln!(seen, "{line}");
        if let Some((form, path)) = line.strip_prefix("```").and_then(|fence| fence.split_once(' ')) {
            let mut text = Vec::new();
            while let Some(line) = lines.next_if(|l| !l.starts_with("```")) {
                let _ = writeln!(seen, "{line}");
                text.push(line);
            }
            write(&folder.join(path), form, &text);
            continue;
        }
        let Some(command) = line.strip_prefix("$ ") else {
            continue;
        };
        let mut expected = Vec::new();
        while let Some(line) = lines.next_if(|l| !l.starts_with("$ ") && !l.starts_with("```")) {
            expected.push(line);
        }
        commands += 1;
        let printed = run(command, &folder);
        if fits(&expected, &printed.lines().collect::<Vec<_>>()) {
            for line in expected {
                let _ = writeln!(seen, "{line}");
            }
        } else {
            seen.push_str(&printed);
        }
    }
    fs::remove_dir_all(&folder).expect("the folder can be removed");
    assert!(
        commands <= MOST_COMMANDS && begun.elapsed() < MOST_TIME,
        "{commands} commands in {:?}",
        begun.elapsed()
    );
    if env::var_os("UPDATE").is_some() {
        fs::write(root.join(TRANSCRIPT), &seen).expect("the transcript can be written");
        return;
    }
    assert!(
        seen == kept,
        "the transcript is stale: UPDATE=1 cargo test six_commands\n\n{seen}"
    );
}

/// Does with a file what the transcript's reader is told to do.
fn write(path: &Path, form: &str, lines: &[&str]) {
    let text = match (form, lines) {
        ("sed", [before, after]) => {
            let text = fs::read_to_string(path).expect("it was written before");
            assert!(text.contains(before), "{before}");
            text.replace(before, after)
        }
        _ => lines.join("\n") + "\n",
    };
    fs::write(path, text).expect("the file can be written");
}

/// The kinds of rule that `rules new` has a beginning for.
const BEGINNINGS: [&str; 9] = [
    "capitalization",
    "conditional",
    "lexicon",
    "line",
    "occurrence",
    "pattern",
    "repetition",
    "spelling",
    "substitution",
];

#[test]
fn what_rules_new_writes_is_proven() {
    let folder = env::temp_dir().join(format!("presscheck-new-rules-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    run("presscheck init", &folder);
    for kind in BEGINNINGS {
        run(&format!("presscheck rules new new-{kind} --kind {kind}"), &folder);
    }
    let proven = run("presscheck rules test", &folder);
    assert!(
        proven.contains("10 rules, 40 examples") && proven.ends_with("everything holds\n"),
        "{proven}"
    );
    let again = run("presscheck init", &folder);
    assert!(
        again.contains("is there already") && again.ends_with("(exit code 2)\n"),
        "{again}"
    );
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

/// Do the lines fit? A line `…` stands for any number of lines.
fn fits(expected: &[&str], printed: &[&str]) -> bool {
    match expected.split_first() {
        None => printed.is_empty(),
        Some((&"…", rest)) => (0..=printed.len()).any(|skip| fits(rest, &printed[skip..])),
        Some((first, rest)) => printed.first() == Some(first) && fits(rest, &printed[1..]),
    }
}

/// What a command prints, and its exit code where it is not 0.
fn run(command: &str, folder: &Path) -> String {
    let mut words = command.split_whitespace();
    assert_eq!(words.next(), Some("presscheck"), "the transcript runs presscheck only");
    let output = Command::new(env!("CARGO_BIN_EXE_presscheck"))
        .args(words)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env("COLUMNS", "80")
        .output()
        .expect("presscheck runs");
    let mut out = String::from_utf8_lossy(&output.stdout).into_owned();
    out.push_str(&String::from_utf8_lossy(&output.stderr));
    match output.status.code() {
        Some(0) => {}
        code => {
            let _ = writeln!(out, "(exit code {})", code.unwrap_or(-1));
        }
    }
    out
}
