//! The cells of a CSV text, as spreadsheets write it.

/// The mark that parts cells: the one that stands most often in the first line, outside quotation marks.
pub(super) fn parting(text: &str) -> char {
    let mut quoted = false;
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    for c in text.trim_start().chars().take_while(|c| *c != '\n') {
        quoted ^= c == '"';
        if let Some((_, count)) = counts.iter_mut().find(|(mark, _)| !quoted && *mark == c) {
            *count += 1;
        }
    }
    // Of marks as frequent the first of the three: a list of single words is parted by nothing.
    counts
        .iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(',', |(mark, _)| *mark)
}

/// A row with the line it begins on, from 1.
pub(super) type Row = (usize, Vec<String>);

/// The rows of a CSV text: cells between marks, in quotation marks where they hold marks or lines.
///
/// # Errors
/// The line of a quotation mark that is never closed.
pub(super) fn rows(text: &str, parting: char) -> Result<Vec<Row>, usize> {
    let (mut rows, mut row, mut cell, mut open) = (Vec::new(), Vec::new(), String::new(), None);
    let (mut line, mut begun) = (1, 1);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        line += usize::from(c == '\n');
        match c {
            '"' if open.is_some() && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if open.is_some() => open = None,
            // Only at the beginning of a cell a mark opens one: 27" is an inch.
            '"' if cell.trim().is_empty() => {
                cell.clear();
                open = Some(line);
            }
            c if c == parting && open.is_none() => row.push(std::mem::take(&mut cell)),
            '\r' if open.is_none() => {}
            '\n' if open.is_none() => {
                row.push(std::mem::take(&mut cell));
                rows.push((begun, std::mem::take(&mut row)));
                begun = line;
            }
            c => cell.push(c),
        }
    }
    if let Some(line) = open {
        return Err(line);
    }
    row.push(cell);
    rows.push((begun, row));
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::{parting, rows};

    #[test]
    fn cells_may_hold_commas_and_lines() {
        let read = rows("a,\"b, \"\"c\"\"\nd\",e\r\nf", ',').expect("the marks are closed");
        assert_eq!(
            read,
            [
                (1, vec!["a".to_owned(), "b, \"c\"\nd".to_owned(), "e".to_owned()]),
                (3, vec!["f".to_owned()])
            ]
        );
        assert_eq!(rows("a\n\"b", ','), Err(2));
    }

    #[test]
    fn the_first_line_says_what_parts_cells() {
        assert_eq!(parting("wrong;right;\"a, b, c, d\"\n"), ';');
        assert_eq!(parting("wrong\tright\n"), '\t');
        assert_eq!(parting("going forward"), ',');
    }
}
