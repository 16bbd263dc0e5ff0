//! How libFuzzer changes an input: always whole steps, or within one.

use crate::{
	dice::Dice,
	steps::{MOST, SIZE},
};

/// Changes `size` bytes of `data` by `seed`, and returns how many there are then. `change` is what libFuzzer does to
/// any bytes: it gets one step's, and returns how many it left.
pub fn mutate(
	data: &mut [u8],
	size: usize,
	max_size: usize,
	seed: u32,
	change: impl FnOnce(&mut [u8]) -> usize,
) -> usize {
	let mut dice = Dice::new(seed);
	let room = (max_size.min(data.len()) / SIZE).min(MOST);
	if room == 0 {
		// Only part of a step, when an input is made shorter: libFuzzer takes no empty one.
		return size.min(max_size).max(1);
	}
	let mut steps: Vec<[u8; SIZE]> = records(&data[..size]).take(room).collect();
	let kind = if steps.is_empty() { 0 } else { dice.roll(12) };
	let place = dice.roll(steps.len());
	match kind {
		0 | 1 if steps.len() < room => {
			let fresh = dice.record();
			steps.insert(dice.roll(steps.len() + 1), fresh);
		},
		2 if steps.len() < room => steps.insert(dice.roll(steps.len() + 1), steps[place]),
		3 if steps.len() > 1 => drop(steps.remove(place)),
		4 => {
			let other = dice.roll(steps.len());
			steps.swap(place, other);
		},
		// Somebody else does the same: whoever, or who did something else already.
		5 => steps[place][0] = dice.roll(256) as u8,
		6 => steps[place][0] = steps[dice.roll(steps.len())][0],
		7 => steps[place][3 + dice.roll(8)] = dice.roll(256) as u8,
		8 => steps[place][3 + dice.roll(8)] = dice.roll(8) as u8,
		_ if !steps.is_empty() => {
			let left = change(&mut steps[place]);
			steps[place][left..].fill(0);
		},
		_ => (),
	}
	write(data, &steps)
}

/// Makes one input of two: the first steps of one, then the last ones of the other.
pub fn cross(one: &[u8], other: &[u8], out: &mut [u8], seed: u32) -> usize {
	let mut dice = Dice::new(seed);
	let room = (out.len() / SIZE).min(MOST);
	let (one, other): (Vec<_>, Vec<_>) = (records(one).collect(), records(other).collect());
	let mut steps: Vec<[u8; SIZE]> = one[..dice.roll(one.len() + 1)].to_vec();
	steps.extend(&other[dice.roll(other.len() + 1)..]);
	steps.truncate(room);
	write(out, &steps)
}

/// The steps of `bytes`, the last one with zeros behind it.
fn records(bytes: &[u8]) -> impl Iterator<Item = [u8; SIZE]> + '_ {
	bytes.chunks(SIZE).map(|chunk| {
		let mut record = [0; SIZE];
		record[..chunk.len()].copy_from_slice(chunk);
		record
	})
}

fn write(out: &mut [u8], steps: &[[u8; SIZE]]) -> usize {
	let bytes = steps.as_flattened();
	out[..bytes.len()].copy_from_slice(bytes);
	bytes.len()
}
