//! Takes steps on the scene, and checks.
//!
//! A call is dispatched as a block does it: within the block's weight, past the runtime's filter, and noted as applied.
//! After each, all pallets check themselves; nothing of a call that failed is left; and no call weighs more than it said.
//! After each block, events must explain all balances; and when time has passed, everything is checked that the tests of
//! the whole runtime check.

use crate::{
	common::{sanity, undone, Chain},
	scene::{Computer, Scene},
	steps::{steps_of, Step},
	words::{account_of, Actor},
};
use codec::Encode;
use frame_support::{
	dispatch::{GetDispatchInfo, PostDispatchInfo},
	traits::GetCallMetadata,
};
use frame_system::CheckWeight;
use gridchain_runtime::{Runtime, RuntimeCall, RuntimeOrigin, System};
use sp_io::storage::root;
use sp_runtime::{traits::Dispatchable, StateVersion};
use std::cell::RefCell;

/// The most calls of a block, beside the computers' reports.
const MOST_CALLS: usize = 8;

/// Takes the steps that `bytes` stand for, and undoes them.
pub fn run(bytes: &[u8]) {
	on_scene(|chain, computers| {
		let steps = steps_of(bytes);
		Run { chain, computers, waiting: Vec::new() }.take(&steps);
	});
}

/// Acts on the scene, which is made once, and undoes what was done.
pub(crate) fn on_scene(act: impl FnOnce(&mut Chain, Vec<Computer>)) {
	thread_local! {
		static SCENE: RefCell<Scene> = RefCell::new(Scene::new());
	}
	SCENE.with_borrow_mut(|scene| {
		let Scene { node, chain, computers } = scene;
		let mut chain = chain.fork();
		node.execute_with(|| undone(|| act(&mut chain, computers.clone())));
	});
}

/// Whether what happens is told.
fn is_told() -> bool {
	std::env::var_os("GRIDCHAIN_FUZZ_TELL").is_some()
}

struct Run<'a> {
	chain: &'a mut Chain,
	computers: Vec<Computer>,
	/// Calls for the next block.
	waiting: Vec<(Actor, RuntimeCall)>,
}

impl Run<'_> {
	fn take(&mut self, steps: &[Step]) {
		for step in steps {
			if is_told() {
				eprintln!("{step:?}");
			}
			match step {
				Step::Call(actor, call) => {
					self.waiting.push((*actor, (**call).clone()));
					if self.waiting.len() < MOST_CALLS {
						continue;
					}
					self.block();
				},
				Step::Pass(blocks) => (0..*blocks).for_each(|_| self.block()),
				Step::Stand(slots) => {
					self.block();
					self.chain.stand_still(*slots);
				},
				Step::Switch(which) => {
					self.switch(*which);
					continue;
				},
			}
			self.chain.check_state();
		}
		self.block();
		self.chain.check_state();
	}

	fn switch(&mut self, which: u8) {
		let place = usize::from(which) % self.computers.len();
		let (now, computer) = (self.chain.now(), &mut self.computers[place]);
		computer.since = if computer.since.is_some() { None } else { Some(now) };
	}

	/// Makes the next block that takes calls: computers report in it, then those who wait have their turn.
	fn block(&mut self) {
		if self.chain.is_next_a_rotation() {
			self.chain.block_of_calls(Vec::new);
		}
		let waiting = core::mem::take(&mut self.waiting);
		let now = self.chain.soon();
		let reports = self.computers.iter().filter_map(|computer| {
			Some((Actor::Signed(computer.name), computer.report(now.since(computer.since?))))
		});
		self.chain.block_of_calls(|| {
			let mut made: Vec<_> =
				reports.filter_map(|(by, call)| apply(by, call, false)).collect();
			for (by, call) in waiting {
				made.extend(apply(by, call, true));
				sanity::pallets_within_a_block();
			}
			made
		});
	}
}

/// The call as it comes to the chain, and from whom.
fn signed(actor: Actor, call: RuntimeCall) -> (RuntimeCall, RuntimeOrigin) {
	match actor {
		Actor::Root => (call, RuntimeOrigin::root()),
		Actor::Signed(name) => (call, RuntimeOrigin::signed(account_of(name))),
		Actor::Deputy { deputy, of } => {
			let real = account_of(of).into();
			let call = Box::new(call);
			let call = pallet_proxy::Call::proxy { real, force_proxy_type: None, call };
			(call.into(), RuntimeOrigin::signed(account_of(deputy)))
		},
	}
}

/// Whether the call would succeed now. It is undone.
pub(crate) fn succeeds(actor: Actor, call: RuntimeCall) -> bool {
	let (call, origin) = signed(actor, call);
	undone(|| call.dispatch(origin).is_ok())
}

/// Makes the call, checks, and returns it as the block has it. None has no room in the block. What the state comes to
/// is dear to know, so it is compared for those who are looked at `closely`, and not for each computer's report.
fn apply(actor: Actor, call: RuntimeCall, closely: bool) -> Option<RuntimeCall> {
	let (call, origin) = signed(actor, call);
	let (info, size) = (call.get_dispatch_info(), call.encoded_size());
	let (_, length) = CheckWeight::<Runtime>::do_validate(&info, size).ok()?;
	CheckWeight::<Runtime>::do_prepare(&info, size, length).ok()?;

	let before = closely.then(|| (System::event_count(), state()));
	let result = call.clone().dispatch(origin);
	let told = || (actor, call.get_call_metadata());
	let post: PostDispatchInfo = match &result {
		Ok(post) => *post,
		Err(refusal) => {
			let changed = before.is_some_and(|before| (System::event_count(), state()) != before);
			assert!(!changed, "something is left of a refused call: {:?}", told());
			refusal.post_info
		},
	};
	if is_told() {
		eprintln!(
			"  {}",
			result.map_or_else(|refusal| format!("{:?}", refusal.error), |_| "done".into())
		);
	}
	// An approval of several signatures says what one benchmark measured, and reports what another did, which may be
	// more. The chain books what was said.
	if let (Some(weight), false) = (post.actual_weight, matches!(call, RuntimeCall::Multisig(_))) {
		let said = info.call_weight;
		assert!(weight.all_lte(said), "{:?} weighs {weight:?}, and said {said:?}", told());
	}
	System::note_applied_extrinsic(&result, info);
	System::reclaim_weight(&info, &post).expect("it was booked");
	Some(call)
}

/// What the state comes to.
fn state() -> Vec<u8> {
	root(StateVersion::V1)
}
