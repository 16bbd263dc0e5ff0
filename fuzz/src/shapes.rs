//! From a few bytes to the arguments of a call.
//!
//! Random bytes are hardly ever a call, and a random account is never anybody's. So the arguments are built as their
//! types say, with a byte or two for each choice: an account is one of those that there are, an id is small, parameters
//! are those in force with one of them changed. Where bytes are missing there are zeros.

use crate::{catalogue::catalogue, words};
use codec::{Compact, Encode};
use scale_info::{form::PortableForm, Field, TypeDef, TypeDefPrimitive};

/// How deep calls stand within calls.
const DEPTH: usize = 3;

/// The most items of a list.
const MOST_ITEMS: u8 = 4;

/// The bytes that decide.
pub struct Source<'a>(&'a [u8]);

impl<'a> Source<'a> {
	/// All of `bytes`.
	pub fn new(bytes: &'a [u8]) -> Self {
		Self(bytes)
	}

	fn next(&mut self) -> u8 {
		self.0.split_off_first().copied().unwrap_or_default()
	}
}

/// Encoded values that are being made.
pub struct Shapes<'a> {
	source: Source<'a>,
	/// How many calls we are within.
	depth: usize,
	/// What was made.
	pub made: Vec<u8>,
}

impl<'a> Shapes<'a> {
	/// Nothing yet, to be made of `source`.
	pub fn new(source: Source<'a>) -> Self {
		Self { source, depth: 0, made: Vec::new() }
	}

	/// Makes the call that the catalogue has for `head`.
	pub fn call(&mut self, head: [u8; 2]) {
		let call = catalogue().find(head);
		self.made.extend(call.head);
		self.depth += 1;
		call.arguments.iter().for_each(|argument| self.value(*argument));
		self.depth -= 1;
	}

	/// A call within a call. The innermost one is a remark of nothing.
	fn inner_call(&mut self) {
		let head = [self.source.next(), self.source.next()];
		if self.depth < DEPTH {
			self.call(head);
		} else {
			self.made.extend([0, 0, 0]);
		}
	}

	/// Makes a value of the type `id`.
	fn value(&mut self, id: u32) {
		let found = catalogue().types.resolve(id).expect("each id has a type");
		let name = found.path.ident().unwrap_or_default();
		match name.as_str() {
			"AccountId32" => {
				let account = words::some_account(self.source.next());
				return account.encode_to(&mut self.made);
			},
			"MultiAddress" => {
				self.made.push(0);
				let account = words::some_account(self.source.next());
				return account.encode_to(&mut self.made);
			},
			"RuntimeCall" => return self.inner_call(),
			"Percent" => return self.made.push(self.source.next() % 101),
			_ => (),
		}
		match &found.type_def {
			TypeDef::Composite(whole) => match words::in_force(&name) {
				Some(usual) => self.like(&usual, &whole.fields),
				None => whole.fields.iter().for_each(|field| self.value(field.ty.id)),
			},
			TypeDef::Variant(choice) => {
				let which = usize::from(self.source.next()) % choice.variants.len().max(1);
				if let Some(variant) = choice.variants.get(which) {
					self.made.push(variant.index);
					variant.fields.iter().for_each(|field| self.value(field.ty.id));
				}
			},
			TypeDef::Sequence(list) if is_byte(list.type_param.id) => {
				words::some_text(self.source.next()).encode_to(&mut self.made);
			},
			TypeDef::Sequence(list) => {
				let items = self.source.next() % (MOST_ITEMS + 1);
				Compact(u32::from(items)).encode_to(&mut self.made);
				(0..items).for_each(|_| self.value(list.type_param.id));
			},
			TypeDef::Array(list) if is_byte(list.type_param.id) && list.len == 32 => {
				self.made.extend(words::some_hash(self.source.next()));
			},
			TypeDef::Array(list) => (0..list.len).for_each(|_| self.value(list.type_param.id)),
			TypeDef::Tuple(parts) => parts.fields.iter().for_each(|part| self.value(part.id)),
			TypeDef::Primitive(kind) => self.primitive(kind),
			TypeDef::Compact(of) => {
				let number = words::number(greatest(of.type_param.id), || self.source.next());
				Compact(number).encode_to(&mut self.made);
			},
			TypeDef::BitSequence(_) => Compact(0u32).encode_to(&mut self.made),
		}
	}

	fn primitive(&mut self, kind: &TypeDefPrimitive) {
		match kind {
			TypeDefPrimitive::Bool => self.made.push(self.source.next() & 1),
			TypeDefPrimitive::Str => {
				words::some_text(self.source.next()).encode_to(&mut self.made);
			},
			kind => {
				let size = width(kind);
				let number = words::number(most_of(size), || self.source.next());
				self.made.extend(&number.to_le_bytes()[..size.min(16)]);
				self.made.extend(vec![0; size.saturating_sub(16)]);
			},
		}
	}

	/// Makes something like `usual`: the same, the same but for one field, or something else altogether.
	fn like(&mut self, usual: &[u8], fields: &[Field<PortableForm>]) {
		let choice = usize::from(self.source.next()) % (fields.len() + 2);
		let mut rest = usual;
		for (place, field) in fields.iter().enumerate() {
			let before = rest;
			skip(field.ty.id, &mut rest);
			if choice == place + 1 || choice > fields.len() {
				self.value(field.ty.id);
			} else {
				self.made.extend(&before[..before.len() - rest.len()]);
			}
		}
	}
}

/// Goes past an encoded value of the type `id`.
fn skip(id: u32, rest: &mut &[u8]) {
	let found = catalogue().types.resolve(id).expect("each id has a type");
	match &found.type_def {
		TypeDef::Composite(whole) => whole.fields.iter().for_each(|field| skip(field.ty.id, rest)),
		TypeDef::Variant(choice) => {
			let index = rest[0];
			pass(rest, 1);
			let variant = choice.variants.iter().find(|variant| variant.index == index);
			let fields = variant.expect("it is encoded").fields.iter();
			fields.for_each(|field| skip(field.ty.id, rest));
		},
		TypeDef::Sequence(list) => {
			let items = length(rest);
			(0..items).for_each(|_| skip(list.type_param.id, rest));
		},
		TypeDef::Array(list) => (0..list.len).for_each(|_| skip(list.type_param.id, rest)),
		TypeDef::Tuple(parts) => parts.fields.iter().for_each(|part| skip(part.id, rest)),
		TypeDef::Primitive(TypeDefPrimitive::Str) => {
			let bytes = length(rest) as usize;
			pass(rest, bytes);
		},
		TypeDef::Primitive(kind) => pass(rest, width(kind)),
		TypeDef::Compact(_) => {
			length(rest);
		},
		TypeDef::BitSequence(_) => unreachable!("nothing in force has bits"),
	}
}

fn pass(rest: &mut &[u8], bytes: usize) {
	*rest = &rest[bytes..];
}

/// Reads a compact number.
fn length(rest: &mut &[u8]) -> u128 {
	<Compact<u128> as codec::Decode>::decode(rest).expect("it is encoded").0
}

/// The bytes of a number.
fn width(kind: &TypeDefPrimitive) -> usize {
	match kind {
		TypeDefPrimitive::Bool | TypeDefPrimitive::U8 | TypeDefPrimitive::I8 => 1,
		TypeDefPrimitive::U16 | TypeDefPrimitive::I16 => 2,
		TypeDefPrimitive::U32 | TypeDefPrimitive::I32 | TypeDefPrimitive::Char => 4,
		TypeDefPrimitive::U64 | TypeDefPrimitive::I64 => 8,
		TypeDefPrimitive::U128 | TypeDefPrimitive::I128 => 16,
		TypeDefPrimitive::U256 | TypeDefPrimitive::I256 => 32,
		TypeDefPrimitive::Str => unreachable!("a text is no number"),
	}
}

fn most_of(bytes: usize) -> u128 {
	u128::MAX >> (128 - 8 * bytes.min(16))
}

/// The greatest number of a compact type.
fn greatest(id: u32) -> u128 {
	match &catalogue().types.resolve(id).expect("each id has a type").type_def {
		TypeDef::Primitive(kind) => most_of(width(kind)),
		TypeDef::Composite(whole) => whole.fields.first().map_or(0, |field| greatest(field.ty.id)),
		_ => 0,
	}
}

fn is_byte(id: u32) -> bool {
	let found = catalogue().types.resolve(id).expect("each id has a type");
	found.type_def == TypeDef::Primitive(TypeDefPrimitive::U8)
}
