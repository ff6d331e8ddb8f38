//! Each broken configuration under `fixtures/broken-configurations` gives one clear message.

use std::path::Path;
use std::process::Command;

#[test]
fn every_broken_configuration_says_what_is_wrong() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fixtures = root.join("fixtures/broken-configurations");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root.join("tests/snapshots/broken-configurations"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    for name in super::support::folders(&fixtures) {
        let output = Command::new(env!("CARGO_BIN_EXE_presscheck"))
            .arg("config")
            .current_dir(fixtures.join(&name))
            .env("NO_COLOR", "1")
            .output()
            .expect("presscheck runs");
        assert_eq!(
            output.status.code(),
            Some(2),
            "{name}: this configuration is not broken"
        );
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        insta::assert_snapshot!(name, super::broken_packs::without_lists(&said));
    }
}
