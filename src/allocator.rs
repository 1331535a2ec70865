//! The client's memory in wasm: what is freed is kept by size, for the next of that size. Up to 64 KiB there are four
//! sizes to each doubling, so that no block is more than a quarter longer than asked for (the smallest go up in steps of
//! sixteen bytes); above there is one, since such blocks are few, and each size has its own. To take and to give back are
//! a few instructions each, in a twentieth of the code of the standard library's allocator.
//!
//! (Measured, a million steps over small texts: the standard library's 8.2 KB of wasm and 498 ms, talc 3.6 and 666,
//! lol_alloc 0.6 and 752, this 0.5 and 230.)
//!
//! Blocks are neither split nor joined. So memory is bounded by the most that stood in each size at once, added up: the
//! millionth call takes no more than the first. (The sandbox, which holds much and is not downloaded, keeps the standard
//! library's, which joins: two thirds of the memory for 100,000 rows.)
#![allow(unsafe_code, reason = "an allocator is unsafe by its interface; nothing else in the crate is")]

use std::alloc::Layout;
use std::ptr::null_mut;

/// Sizes are counted in so many bytes, and all blocks begin at a multiple of them: no type here wants more.
const UNIT: usize = 16;
/// From this class on each is twice as long as the one before.
const DOUBLING: usize = 44;
/// Enough for the longest block that Rust asks for, 2 GB.
const CLASSES: usize = 59;

/// Where memory comes from.
trait Ground {
    /// At least so many bytes more: where they begin, and how many they are.
    fn grow(&mut self, bytes: usize) -> Option<(usize, usize)>;
}

/// The free blocks by class, and the memory between `next` and `end` that was never handed out.
struct Heap<G> {
    free: [*mut Block; CLASSES],
    next: usize,
    end: usize,
    ground: G,
}

/// What stands in a block that is free.
struct Block {
    next: *mut Block,
}

impl<G: Ground> Heap<G> {
    const fn new(ground: G) -> Self {
        Self { free: [null_mut(); CLASSES], next: 0, end: 0, ground }
    }

    /// A block for this layout; null where there is no memory, or the alignment is larger than any type's here.
    fn take(&mut self, layout: Layout) -> *mut u8 {
        let class = class(layout.size());
        let Some(free) = self.free.get_mut(class) else { return null_mut() };
        if layout.align() > UNIT {
            return null_mut();
        }
        if !free.is_null() {
            let block = *free;
            // SAFETY: `give` put it here: it wrote this block, which has been nobody's since.
            *free = unsafe { (*block).next };
            return block.cast();
        }
        let size = size(class);
        if self.end - self.next < size {
            let Some((start, length)) = self.ground.grow(size) else { return null_mut() };
            if start != self.end {
                self.next = start;
            }
            self.end = start + length;
        }
        let block = self.next;
        self.next += size;
        block as *mut u8
    }

    /// # Safety
    ///
    /// The block came from `take` for a layout of this class, and nobody uses it any more.
    unsafe fn give(&mut self, block: *mut u8, layout: Layout) {
        if let Some(free) = self.free.get_mut(class(layout.size())) {
            let block = block.cast::<Block>();
            // SAFETY: the block is ours alone, longer than a pointer, and begins at a multiple of `UNIT`.
            unsafe { block.write(Block { next: *free }) };
            *free = block;
        }
    }
}

/// The class of blocks for this size. The first four are one to four units long.
const fn class(size: usize) -> usize {
    let last = size.saturating_sub(1) / UNIT;
    if last < 4 {
        return last;
    }
    let shift = last.ilog2() as usize - 2;
    if shift < 10 { shift * 4 + (last >> shift) } else { DOUBLING + shift - 10 }
}

/// How long the blocks of a class are.
const fn size(class: usize) -> usize {
    let units = match class {
        0..4 => class + 1,
        4..DOUBLING => (class % 4 + 5) << (class / 4 - 1),
        _ => 8 << (class - DOUBLING + 10),
    };
    units * UNIT
}

const PAGE: usize = 64 * 1024;

/// The memory from page `before` on, which is what the engine answered: `usize::MAX` where it had no more to give. There
/// are 65,536 pages; the last is left alone, lest its end be address 0.
const fn granted(before: usize, pages: usize) -> Option<(usize, usize)> {
    if before > 0xffff || pages > 0xffff || before + pages > 0xffff {
        return None;
    }
    Some((before * PAGE, pages * PAGE))
}

#[cfg(target_arch = "wasm32")]
mod wasm {
    use super::{Ground, Heap, PAGE, class, granted};
    use std::alloc::{GlobalAlloc, Layout};
    use std::arch::wasm32::{memory_grow, memory_size};
    use std::cell::UnsafeCell;

    #[global_allocator]
    static ALLOCATOR: Allocator = Allocator(UnsafeCell::new(Heap::new(Memory)));

    struct Allocator(UnsafeCell<Heap<Memory>>);

    // SAFETY: this wasm has one thread.
    unsafe impl Sync for Allocator {}

    // SAFETY: blocks are as long as asked for or longer, begin where every type may, and are handed out once until they
    // are given back. Nothing here allocates or panics, so that no two calls are under way at once.
    unsafe impl GlobalAlloc for Allocator {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            // SAFETY: see above: nobody else looks at the heap now.
            unsafe { (*self.0.get()).take(layout) }
        }

        unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
            // SAFETY: as above; the caller gives a block and the layout it was made for.
            unsafe { (*self.0.get()).give(block, layout) }
        }

        unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
            if class(size) == class(layout.size()) {
                return block;
            }
            // SAFETY: the caller promises a size that makes a layout with this alignment.
            let new = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
            if !new.is_null() {
                // SAFETY: both are at least that long, and no byte is in both.
                unsafe { block.copy_to_nonoverlapping(new, size.min(layout.size())) };
                // SAFETY: the caller has given up the block.
                unsafe { self.dealloc(block, layout) };
            }
            new
        }
    }

    /// The wasm's own memory.
    struct Memory;

    impl Ground for Memory {
        fn grow(&mut self, bytes: usize) -> Option<(usize, usize)> {
            // Engines look for garbage each time, and JavaScript loses its views: so it is a quarter of what there is, if
            // they have as much.
            let least = bytes.div_ceil(PAGE);
            let pages = least.max(memory_size::<0>() / 4);
            granted(memory_grow::<0>(pages), pages).or_else(|| granted(memory_grow::<0>(least), least))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Memory in pieces, some beside each other and some not.
    struct Pieces {
        memory: Vec<u128>,
        used: usize,
        pieces: usize,
    }

    impl Pieces {
        fn of(bytes: usize) -> Self {
            Self { memory: vec![0; bytes / 16], used: 0, pieces: 0 }
        }
    }

    impl Ground for Pieces {
        fn grow(&mut self, bytes: usize) -> Option<(usize, usize)> {
            self.pieces += 1;
            let from = self.used + if self.pieces.is_multiple_of(3) { 4096 } else { 0 };
            let length = bytes.next_multiple_of(64 * 1024);
            if from + length > self.memory.len() * 16 {
                return None;
            }
            self.used = from + length;
            Some((self.memory.as_mut_ptr() as usize + from, length))
        }
    }

    fn layout(size: usize) -> Layout {
        Layout::from_size_align(size, 8).unwrap()
    }

    struct Chance(u64);

    impl Chance {
        fn below(&mut self, limit: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) as usize % limit
        }

        /// Mostly small, as texts and rows are.
        fn size(&mut self) -> usize {
            let most = [16, 64, 400, 5_000, 100_000][self.below(25).isqrt()];
            1 + self.below(most)
        }
    }

    #[test]
    fn a_size_fits_its_class_and_not_the_one_below() {
        let sizes = (1..70_000).chain((17..31).flat_map(|power| [(1 << power) - 1, 1 << power, (1 << power) + 1]));
        for asked in sizes.chain([(1 << 31) - 1]) {
            let found = class(asked);
            assert!(size(found) >= asked && size(found).is_multiple_of(UNIT), "{asked}");
            assert!(found == 0 || size(found - 1) < asked, "{asked}");
            let most = if asked > 64 * 1024 { 2 * asked } else { asked + asked / 4 + UNIT };
            assert!(size(found) < most, "{asked}");
        }
        assert_eq!(class((1 << 31) - 1), CLASSES - 1);
    }

    #[test]
    fn memory_that_the_engine_refuses_is_not_taken_for_the_last_page() {
        assert_eq!(granted(17, 4), Some((17 * PAGE, 4 * PAGE)));
        assert_eq!(granted(usize::MAX, 4), None, "the engine's no");
        assert_eq!(granted(u32::MAX as usize, 4), None, "the same in 32 bits");
        assert_eq!(granted(0xfffc, 4), None, "the end of the last page is address 0");
        assert_eq!(granted(0xfffb, 4), Some((0xfffb * PAGE, 4 * PAGE)));
    }

    #[test]
    fn blocks_do_not_overlap_and_keep_what_is_written() {
        let mut heap = Heap::new(Pieces::of(256 << 20));
        let mut chance = Chance(1);
        let mut held: Vec<(*mut u8, usize, u8)> = Vec::new();
        let check = |(block, size, mark): (*mut u8, usize, u8)| {
            // SAFETY: the block is held, and that long.
            let bytes = unsafe { std::slice::from_raw_parts(block, size) };
            assert!(bytes.iter().all(|byte| *byte == mark), "somebody else wrote here");
        };
        for round in 0..30_000 {
            if held.len() > 300 || (chance.below(5) < 2 && !held.is_empty()) {
                let (block, size, mark) = held.swap_remove(chance.below(held.len()));
                check((block, size, mark));
                // SAFETY: taken for this layout, and forgotten above.
                unsafe { heap.give(block, layout(size)) };
            } else {
                let size = chance.size();
                let block = heap.take(layout(size));
                assert!(!block.is_null() && (block as usize).is_multiple_of(UNIT));
                let mark = round as u8;
                // SAFETY: the block is ours, and that long.
                unsafe { block.write_bytes(mark, size) };
                held.push((block, size, mark));
            }
        }
        held.into_iter().for_each(check);
    }

    #[test]
    fn the_millionth_call_takes_no_more_than_the_first() {
        let mut heap = Heap::new(Pieces::of(64 << 20));
        let mut used = Vec::new();
        for _ in 0..20 {
            let mut chance = Chance(7);
            for _ in 0..500 {
                let blocks: Vec<_> = (0..100).map(|_| layout(chance.size())).map(|l| (heap.take(l), l)).collect();
                // SAFETY: each taken for this layout, and not used any more.
                blocks.into_iter().for_each(|(block, layout)| unsafe { heap.give(block, layout) });
            }
            used.push(heap.ground.used);
        }
        assert!(used.iter().all(|now| *now == used[0]), "{used:?}");
    }

    #[test]
    fn no_memory_and_no_such_alignment_are_null() {
        let mut heap = Heap::new(Pieces::of(1 << 20));
        assert!(heap.take(layout(2 << 20)).is_null());
        assert!(heap.take(Layout::from_size_align(8, 32).unwrap()).is_null());
        assert!(!heap.take(layout(1000)).is_null());
    }
}
