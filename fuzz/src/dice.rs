//! Random numbers that a seed decides.

use crate::steps::SIZE;

/// SplitMix64.
pub struct Dice(u64);

impl Dice {
	/// The numbers of `seed`.
	pub fn new(seed: u32) -> Self {
		Self(seed.into())
	}

	/// A number below `sides`; 0 if there is none.
	pub fn roll(&mut self, sides: usize) -> usize {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut mixed = self.0;
		mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		((mixed ^ (mixed >> 31)) as usize).checked_rem(sides).unwrap_or_default()
	}

	/// Any step. Its arguments are made of small bytes more often than not: these stand for what there is.
	pub fn record(&mut self) -> [u8; SIZE] {
		let most = [8, 32, 256][self.roll(3)];
		core::array::from_fn(|place| self.roll(if place < 3 { 256 } else { most }) as u8)
	}
}
