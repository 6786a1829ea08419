//! Content streams to runs of text and ruling lines.
//!
//! In:  the pages of a PDF. Out: [`Runs`], words with place, size, weight and marked-content number,
//! in the order of the content streams; and the thin lines and box edges that rule tables.
//! Nothing is rendered; images are never decoded. y grows downwards.
//!
//! Bound: linear in the glyphs; text stops at [`MAX_BYTES`], which no report comes near.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, SoftMask, interpret_page,
};
use hayro_syntax::Pdf;
use hayro_syntax::object::Dict;
use kurbo::{Affine, BezPath, Point, Rect, Shape};

use super::dots::Dot;

/// Text beyond this many bytes is not collected: a guard against text bombs.
const MAX_BYTES: usize = 16 << 20;

/// Ruling lines kept per page: a drawing with more is no table.
const MAX_RULES: usize = 4_000;

/// Bullets kept per page.
const MAX_DOTS: usize = 200;

/// Most parts of the outline of a bullet.
const DOT_PARTS: usize = 24;

/// The marked-content number of text that has none.
pub const NO_MARK: u32 = u32::MAX;

/// Words of one style on one baseline.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// Page from 0.
    pub page: u32,
    /// Marked-content number on its page, or [`NO_MARK`].
    pub mark: u32,
    /// Whether the file calls it an artifact (running header, footer, page number).
    pub artifact: bool,
    /// Left edge in points.
    pub x0: f32,
    /// Right edge in points.
    pub x1: f32,
    /// Baseline in points from the top of the page.
    pub y: f32,
    /// Font size in points.
    pub size: f32,
    /// Whether its font is bold.
    pub bold: bool,
    /// Where its words start in [`Runs::text`].
    pub start: usize,
    /// Where its words end.
    pub end: usize,
}

/// A thin line, or an edge of a box, that is horizontal or vertical.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Page from 0.
    pub page: u32,
    /// Whether it runs from left to right.
    pub horizontal: bool,
    /// Its y if horizontal, else its x.
    pub at: f32,
    /// Its smaller x if horizontal, else its smaller y.
    pub from: f32,
    /// Its larger x or y.
    pub to: f32,
}

/// All words of a PDF in content order.
#[derive(Debug, Default)]
pub struct Runs {
    /// The words of all runs, each on a line of its own.
    pub text: String,
    /// The runs.
    pub runs: Vec<Run>,
    /// Ruling lines, page by page.
    pub rules: Vec<Rule>,
    /// Shapes that may be bullets, page by page.
    pub dots: Vec<Dot>,
    /// Size of each page in points.
    pub pages: Vec<(f32, f32)>,
    /// Glyphs without a Unicode value.
    pub unmapped: u32,
}

impl Runs {
    /// The words of a run.
    pub fn words(&self, run: &Run) -> &str {
        &self.text[run.start..run.end]
    }
}

/// Collects the runs of all pages.
pub fn collect(pdf: &Pdf) -> Runs {
    let cache = InterpreterCache::new();
    let mut collector = Collector::default();
    for (number, page) in pdf.pages().iter().enumerate() {
        let (width, height) = page.render_dimensions();
        collector.start_page(number as u32, width, height);
        let transform = Affine::new(page.initial_transform(true).as_coeffs());
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let settings = InterpreterSettings::default();
        let mut context = Context::new(transform, bounds, &cache, pdf.xref(), settings);
        interpret_page(page, &mut context, &mut collector);
    }
    collector.runs
}

#[derive(Default)]
struct Collector {
    runs: Runs,
    page: u32,
    rules_of_page: usize,
    dots_of_page: usize,
    marks: Vec<(u32, bool)>,
}

impl Collector {
    fn start_page(&mut self, page: u32, width: f32, height: f32) {
        self.page = page;
        self.rules_of_page = 0;
        self.dots_of_page = 0;
        self.marks.clear();
        self.runs.pages.push((width, height));
    }

    fn mark(&self) -> (u32, bool) {
        self.marks.last().copied().unwrap_or((NO_MARK, false))
    }

    /// Adds one glyph, to the last run where it continues that.
    fn glyph(&mut self, place: Affine, advance: f32, bold: bool, words: &str) {
        let coeffs = place.as_coeffs();
        let across = coeffs[0].hypot(coeffs[1]) as f32;
        let size = coeffs[2].hypot(coeffs[3]) as f32 * 1000.0;
        let origin = place * Point::ZERO;
        let (x0, y) = (origin.x as f32, origin.y as f32);
        if !(size.is_finite() && across.is_finite() && x0.is_finite() && y.is_finite())
            || self.runs.text.len() > MAX_BYTES
        {
            return;
        }
        let (mark, artifact) = self.mark();
        let x1 = x0 + advance * across;
        let page = self.page;
        let mut run = Run { page, mark, artifact, x0, x1, y, size, bold, start: 0, end: 0 };
        if !self.runs.runs.last().is_some_and(|last| continues(last, &run)) {
            self.runs.text.push('\n');
            run.start = self.runs.text.len();
            self.runs.runs.push(run);
        }
        let text = &mut self.runs.text;
        if let Some(last) = self.runs.runs.last_mut() {
            if x0 - last.x1 > 0.17 * size && !text[last.start..].ends_with(char::is_whitespace) {
                text.push(' ');
            }
            words.chars().for_each(|c| push_plain(text, c));
            last.end = text.len();
            last.x1 = last.x1.max(x1);
        }
    }

    /// Takes thin boxes for lines, and the edges of boxes that are drawn; a filled box is shading.
    fn rule(&mut self, rect: Rect, mode: &DrawMode) {
        const THIN: f64 = 3.0;
        const SHORT: f64 = 8.0;
        let (wide, high) = (rect.width(), rect.height());
        if wide <= THIN && high > SHORT {
            self.push_rule(false, (rect.x0 + rect.x1) / 2.0, rect.y0, rect.y1);
        } else if high <= THIN && wide > SHORT {
            self.push_rule(true, (rect.y0 + rect.y1) / 2.0, rect.x0, rect.x1);
        } else if wide > SHORT && high > SHORT && !matches!(mode, DrawMode::Fill(_)) {
            self.push_rule(true, rect.y0, rect.x0, rect.x1);
            self.push_rule(true, rect.y1, rect.x0, rect.x1);
            self.push_rule(false, rect.x0, rect.y0, rect.y1);
            self.push_rule(false, rect.x1, rect.y0, rect.y1);
        }
    }

    fn dot(&mut self, rect: Rect) {
        if let Some(dot) = Dot::new(self.page, rect).filter(|_| self.dots_of_page < MAX_DOTS) {
            self.runs.dots.push(dot);
            self.dots_of_page += 1;
        }
    }

    fn push_rule(&mut self, horizontal: bool, at: f64, from: f64, to: f64) {
        if self.rules_of_page < MAX_RULES {
            let (at, from, to) = (at as f32, from as f32, to as f32);
            self.runs.rules.push(Rule { page: self.page, horizontal, at, from, to });
            self.rules_of_page += 1;
        }
    }
}

/// Whether a glyph at the start of `next` belongs to the run `last`.
fn continues(last: &Run, next: &Run) -> bool {
    let gap = next.x0 - last.x1;
    last.page == next.page
        && last.mark == next.mark
        && last.artifact == next.artifact
        && last.bold == next.bold
        && (last.size - next.size).abs() < 0.3
        && (last.y - next.y).abs() < 0.3
        && gap > -0.5 * next.size
        && gap < next.size
}

/// Adds a character: ligatures as their letters, controls as nothing.
fn push_plain(text: &mut String, c: char) {
    match c {
        '\u{fb00}' => text.push_str("ff"),
        '\u{fb01}' => text.push_str("fi"),
        '\u{fb02}' => text.push_str("fl"),
        '\u{fb03}' => text.push_str("ffi"),
        '\u{fb04}' => text.push_str("ffl"),
        '\u{fb05}' | '\u{fb06}' => text.push_str("st"),
        '\u{200b}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {}
        // The hyphen of symbol fonts, which keep their characters in the private-use area.
        '\u{f02d}' => text.push('-'),
        '\u{f020}' => text.push(' '),
        c if c.is_whitespace() => text.push(' '),
        c if c.is_control() => {}
        c => text.push(c),
    }
}

fn is_bold(glyph: &Glyph<'_>) -> bool {
    let Glyph::Outline(outline) = glyph else {
        return false;
    };
    outline.font_data().is_some_and(|font| {
        font.postscript_name.is_some_and(|name| {
            ["Bold", "bold", "Black", "Heavy", "Semibold"].iter().any(|part| name.contains(part))
        })
    })
}

fn advance(glyph: &Glyph<'_>) -> f32 {
    match glyph {
        Glyph::Outline(outline) => outline.advance_width(),
        Glyph::Type3(drawn) => drawn.advance_width(),
    }
    .unwrap_or(500.0)
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let Some(first) = run.glyphs().first() else {
            return;
        };
        let bold = is_bold(first);
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform();
            match glyph.as_unicode() {
                Some(BfString::Char(c)) => {
                    self.glyph(place, advance(glyph), bold, c.encode_utf8(&mut [0; 4]));
                }
                Some(BfString::String(words)) => self.glyph(place, advance(glyph), bold, &words),
                None => self.runs.unmapped = self.runs.unmapped.saturating_add(1),
            }
        }
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        let rect = props.transform.transform_rect_bbox(*rect);
        self.rule(rect, mode);
        self.dot(rect);
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let parts = path.elements().len();
        if parts <= DOT_PARTS {
            let rect = props.transform.transform_rect_bbox(path.bounding_box());
            if parts <= 5 {
                self.rule(rect, mode);
            }
            self.dot(rect);
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let (outer, in_artifact) = self.mark();
        let mark = properties.and_then(|p| p.get::<u32>(b"MCID")).unwrap_or(outer);
        self.marks.push((mark, in_artifact || tag == b"Artifact"));
    }

    fn end_marked_content(&mut self) {
        self.marks.pop();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_clip_rect(&mut self, _: &Rect) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
