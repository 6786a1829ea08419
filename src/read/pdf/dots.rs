//! Bullets that are drawn, not written: what browsers and drawing programs print before list items.
//!
//! In:  the boxes of small shapes. Out: which runs of text one of them stands before.

use kurbo::Rect;

use super::glyphs::Run;

/// Smallest and largest sides of a bullet, in points.
const SIDES: std::ops::RangeInclusive<f64> = 1.5..=9.0;
/// How far before its words a bullet may end, in font sizes.
const REACH: f32 = 3.0;

/// A small shape as wide as it is high.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    /// Page from 0.
    page: u32,
    /// Right edge in points.
    right: f32,
    /// Middle in points from the top of the page.
    middle: f32,
    /// Height in points.
    height: f32,
}

impl Dot {
    /// The dot that a shape on a page is, if it is one.
    pub fn new(page: u32, rect: Rect) -> Option<Self> {
        let (wide, high) = (rect.width(), rect.height());
        let round = SIDES.contains(&wide) && SIDES.contains(&high) && (wide - high).abs() < 1.0;
        round.then_some(Self {
            page,
            right: rect.x1 as f32,
            middle: ((rect.y0 + rect.y1) / 2.0) as f32,
            height: high as f32,
        })
    }

    /// Whether a run of text stands right behind the dot, which is about as high as a bullet of
    /// its font and not below its line.
    fn precedes(&self, run: &Run) -> bool {
        let gap = run.x0 - self.right;
        let above = run.y - self.middle;
        (0.1 * run.size..REACH * run.size).contains(&gap)
            && (0.05 * run.size..0.6 * run.size).contains(&above)
            && (0.15 * run.size..0.65 * run.size).contains(&self.height)
    }
}

/// Whether one of the dots, which come page by page, is the bullet of a run.
pub fn marks(dots: &[Dot], run: &Run) -> bool {
    let from = dots.partition_point(|dot| dot.page < run.page);
    dots[from..].iter().take_while(|dot| dot.page == run.page).any(|dot| dot.precedes(run))
}
