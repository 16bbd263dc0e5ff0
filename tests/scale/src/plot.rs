//! The plot of the times of blocks, drawn as SVG in whole pixels.

use crate::figures::{grouped, millis, Situation, Summary, Times};
use std::fmt::Write;

/// Size of the whole, of a panel, and where the first panel begins.
const SIZE: (u64, u64) = (900, 400);
const PANEL: (u64, u64) = (250, 250);
const ORIGIN: (u64, u64) = (80, 80);
/// From a panel to the next.
const PITCH: u64 = 270;
/// A bar's width.
const BAR: u64 = 28;
/// Colours of what is built and of what is imported.
const COLOURS: [(&str, &str); 2] = [("#2166ac", "built"), ("#e08214", "imported by another node")];

/// A panel for each situation, in it two bars for each number of contracts: the medians, with a line up to the most.
pub fn draw(summaries: &[Summary]) -> String {
	let most = summaries.iter().map(|one| one.built.most.max(one.imported.most)).max();
	let top = nice_above(most.unwrap_or(1));
	let mut svg = String::new();
	let (width, height) = SIZE;
	line(
		&mut svg,
		format!(
			"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
		 font-family=\"sans-serif\" font-size=\"13\" fill=\"#222\">"
		),
	);
	line(&mut svg, "<title>Work of a block by the number of contracts</title>".into());
	line(&mut svg, format!("<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>"));
	text(
		&mut svg,
		(ORIGIN.0, 28),
		"start",
		"Work of a block on one core, in ms: median, and a line up to the greatest",
	);
	for (index, (colour, name)) in COLOURS.iter().enumerate() {
		let x = ORIGIN.0 + 120 * index as u64;
		line(
			&mut svg,
			format!("<rect x=\"{x}\" y=\"40\" width=\"12\" height=\"12\" fill=\"{colour}\"/>"),
		);
		text(&mut svg, (x + 18, 51), "start", name);
	}
	axis(&mut svg, top);
	for (index, situation) in Situation::ALL.into_iter().enumerate() {
		let these: Vec<_> = summaries.iter().filter(|one| one.situation == situation).collect();
		panel(&mut svg, ORIGIN.0 + PITCH * index as u64, situation, &these, top);
	}
	let middle = ORIGIN.0 + PITCH + PANEL.0 / 2;
	text(&mut svg, (middle, height - 12), "middle", "contracts");
	line(&mut svg, "</svg>".into());
	svg
}

/// The scale on the left, and its lines through all panels.
fn axis(svg: &mut String, top: u64) {
	let right = ORIGIN.0 + PITCH * 2 + PANEL.0;
	for step in 0..=4 {
		let y = height_of(top * step / 4, top);
		line(
			svg,
			format!(
				"<line x1=\"{}\" x2=\"{right}\" y1=\"{y}\" y2=\"{y}\" stroke=\"#ddd\"/>",
				ORIGIN.0
			),
		);
		text(svg, (ORIGIN.0 - 8, y + 4), "end", &(top * step / 4 / 1_000).to_string());
	}
}

fn panel(svg: &mut String, left: u64, situation: Situation, these: &[&Summary], top: u64) {
	let title = match situation {
		Situation::Overdue => "100,000 overdue (or all)",
		_ => situation.name(),
	};
	text(svg, (left + PANEL.0 / 2, ORIGIN.1 - 8), "middle", title);
	let room = PANEL.0 / these.len().max(1) as u64;
	for (index, one) in these.iter().enumerate() {
		let middle = left + room * index as u64 + room / 2;
		bar(svg, middle - BAR - 1, COLOURS[0].0, one.built, top);
		bar(svg, middle + 1, COLOURS[1].0, one.imported, top);
		text(svg, (middle, ORIGIN.1 + PANEL.1 + 18), "middle", &grouped(one.contracts));
	}
}

fn bar(svg: &mut String, x: u64, colour: &str, times: Times, top: u64) {
	let (median, most) = (height_of(times.median, top), height_of(times.most, top));
	let bottom = ORIGIN.1 + PANEL.1;
	let middle = x + BAR / 2;
	line(
		svg,
		format!(
			"<rect x=\"{x}\" y=\"{median}\" width=\"{BAR}\" height=\"{}\" fill=\"{colour}\">\
		 <title>median {} ms, most {} ms</title></rect>",
			bottom - median,
			millis(times.median),
			millis(times.most),
		),
	);
	line(
		svg,
		format!("<path d=\"M{middle} {median}V{most}m-5 0h10\" stroke=\"#222\" fill=\"none\"/>"),
	);
}

/// Where a time is drawn.
fn height_of(micros: u64, top: u64) -> u64 {
	ORIGIN.1 + PANEL.1 - PANEL.1 * micros / top
}

/// The next round number of milliseconds that four lines divide well, in microseconds.
fn nice_above(micros: u64) -> u64 {
	let mut power = 4_000;
	loop {
		for factor in [1, 2, 3, 5] {
			if power * factor >= micros {
				return power * factor;
			}
		}
		power *= 10;
	}
}

fn text(svg: &mut String, (x, y): (u64, u64), anchor: &str, text: &str) {
	line(svg, format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{text}</text>"));
}

fn line(svg: &mut String, line: String) {
	writeln!(svg, "{line}").expect("a string takes it");
}
