//! Which calls there are, as the runtime's metadata tells, and which of them are left out.

use crate::shapes::{Shapes, Source};
use codec::DecodeLimit;
use gridchain_runtime::RuntimeCall;
use scale_info::{form::PortableForm, MetaType, PortableRegistry, Registry, TypeDef, Variant};
use std::sync::OnceLock;

/// How deep a call is decoded, which is as deep as the chain decodes one that comes from outside.
const DEPTH: u32 = 256;

/// Calls that are never made, each with its reason.
pub const LEFT_OUT: [(&str, &str, &str); 18] = [
	("System", "set_code", "what runs would no longer be this code"),
	("System", "set_code_without_checks", "what runs would no longer be this code"),
	("System", "apply_authorized_upgrade", "what runs would no longer be this code"),
	("System", "set_storage", "writes whatever Root says behind every pallet's back"),
	("System", "kill_storage", "removes whatever Root says behind every pallet's back"),
	("System", "kill_prefix", "removes whatever Root says behind every pallet's back"),
	("Timestamp", "set", "an inherent: each block has its own already"),
	("Balances", "force_set_balance", "Root makes money, which no event of a payment explains"),
	("Balances", "force_adjust_total_issuance", "Root makes money, which no account has"),
	("Balances", "force_unreserve", "Root frees what pallets think is held"),
	("Balances", "force_transfer", "Root takes what pallets know is there, such as the pot's"),
	("Utility", "dispatch_as", "Root acts for whatever account, such as the pot"),
	("Utility", "dispatch_as_fallible", "Root acts for whatever account, such as the pot"),
	("Sudo", "sudo_as", "Root acts for whatever account, such as the pot"),
	("Proxy", "create_pure", "its deposit is its maker's, whom the state doesn't tell"),
	("Proxy", "kill_pure", "there are no pure proxies"),
	("Identity", "add_username_authority", "the state doesn't tell whose a user name's deposit is"),
	(
		"Babe",
		"plan_config_change",
		"the client's business: blocks would need claims of another kind",
	),
];

/// A call that can be made.
pub struct Listed {
	/// The first two bytes of the call.
	pub head: [u8; 2],
	/// Its pallet and its name.
	pub name: (String, String),
	/// The types of its arguments.
	pub arguments: Vec<u32>,
}

/// All calls that can be made.
pub struct Catalogue {
	/// What types look like.
	pub types: PortableRegistry,
	/// The calls, in the order of pallets and calls.
	pub calls: Vec<Listed>,
}

impl Catalogue {
	fn read() -> Self {
		let mut registry = Registry::new();
		let whole = registry.register_type(&MetaType::new::<RuntimeCall>());
		let types = PortableRegistry::from(registry);
		let variants = |id: u32| match &types.resolve(id).expect("each id has a type").type_def {
			TypeDef::Variant(found) => found.variants.clone(),
			_ => panic!("calls are variants"),
		};
		let listed = |pallet: &Variant<PortableForm>, call: &Variant<PortableForm>| {
			let name = (pallet.name.clone(), call.name.clone());
			let out =
				LEFT_OUT.iter().any(|(of, left, _)| name == (of.to_string(), left.to_string()));
			(!out).then(|| Listed {
				head: [pallet.index, call.index],
				name,
				arguments: call.fields.iter().map(|field| field.ty.id).collect(),
			})
		};
		let mut calls = Vec::new();
		for pallet in variants(whole.id) {
			for call in variants(pallet.fields[0].ty.id) {
				calls.extend(listed(&pallet, &call));
			}
		}
		Self { types, calls }
	}
}

/// The catalogue of this runtime.
pub fn catalogue() -> &'static Catalogue {
	static ONCE: OnceLock<Catalogue> = OnceLock::new();
	ONCE.get_or_init(Catalogue::read)
}

impl Catalogue {
	/// The call that begins with `head`; any, but always the same one, if none does. So an input that was kept means
	/// what it meant also when calls were added.
	pub fn find(&self, head: [u8; 2]) -> &Listed {
		let exact = self.calls.iter().find(|call| call.head == head);
		exact.unwrap_or_else(|| {
			&self.calls[usize::from(u16::from_le_bytes(head)) % self.calls.len()]
		})
	}
}

/// The call that begins with `head`, with arguments made of `bytes`, as it is decoded when it comes from outside.
pub fn make(head: [u8; 2], bytes: &[u8]) -> Option<RuntimeCall> {
	let mut shapes = Shapes::new(Source::new(bytes));
	shapes.call(head);
	RuntimeCall::decode_all_with_depth_limit(DEPTH, &mut &shapes.made[..]).ok()
}
