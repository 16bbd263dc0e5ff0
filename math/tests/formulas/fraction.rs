//! Naive fractions: nothing is ever shortened, and no scale of the crate appears here.

use primitive_types::U512;

/// `top / bottom`, exactly.
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
	top: U512,
	bottom: U512,
}

impl Fraction {
	/// `top / bottom`.
	pub fn new(top: u128, bottom: u128) -> Self {
		Self { top: U512::from(top), bottom: U512::from(bottom) }
	}

	/// The sum.
	pub fn plus(self, other: Self) -> Self {
		Self {
			top: self.top * other.bottom + other.top * self.bottom,
			bottom: self.bottom * other.bottom,
		}
	}

	/// The product.
	pub fn times(self, top: u128, bottom: u128) -> Self {
		Self { top: self.top * U512::from(top), bottom: self.bottom * U512::from(bottom) }
	}

	/// Whether this is less than or equal to the other.
	pub fn at_most(self, other: Self) -> bool {
		self.top * other.bottom <= other.top * self.bottom
	}

	/// The greater of both.
	pub fn max(self, other: Self) -> Self {
		if self.at_most(other) {
			other
		} else {
			self
		}
	}

	/// The lesser of both.
	pub fn min(self, other: Self) -> Self {
		if self.at_most(other) {
			self
		} else {
			other
		}
	}

	/// Whether `whole` is this, rounded up: not below it, and by less than one above it.
	pub fn rounds_up_to(self, whole: u128) -> bool {
		let scaled = U512::from(whole) * self.bottom;
		self.top <= scaled && scaled < self.top + self.bottom
	}

	/// Whether `whole` is this, rounded down: not above it, and by less than one below it.
	pub fn rounds_down_to(self, whole: u128) -> bool {
		let scaled = U512::from(whole) * self.bottom;
		scaled <= self.top && self.top < scaled + self.bottom
	}

	/// Whether this is exactly `whole / parts`.
	pub fn is(self, whole: u64, parts: u64) -> bool {
		U512::from(whole) * self.bottom == self.top * U512::from(parts)
	}
}
