//! Under which series each telling stands: that of the area which a person named last, or else of
//! the one that the release names itself; one without an area stands in none.

use super::Pipeline;
use crate::model::correction::{Action, Correction};
use crate::model::reading::{Reading, Telling};
use crate::model::series::{SeriesKey, TellingRef, Told};
use crate::store::StoreError;

impl Pipeline<'_> {
    /// Puts all that a release tells under its series; says which.
    pub(super) fn put_tellings(&self, reading: &Reading) -> Result<Vec<SeriesKey>, StoreError> {
        let mut touched = Vec::new();
        for (nth, telling) in (0..).zip(&reading.inspections) {
            touched.extend(self.put_telling(reading, nth, telling)?);
        }
        Ok(touched)
    }

    fn put_telling(
        &self,
        reading: &Reading,
        nth: u32,
        telling: &Telling,
    ) -> Result<Option<SeriesKey>, StoreError> {
        let at = TellingRef { release: reading.digest.clone(), nth };
        let mut series = self.series_of(telling);
        for kept in self.store.corrections_of(&at.release)? {
            if let Action::Area { of, area } = &kept.correction.action
                && *of == at
            {
                let area = self.knowledge.areas.series_code(&area.code).clone();
                series = Some(SeriesKey { area, programme: telling.programme.clone() });
            }
        }
        match &series {
            Some(series) => {
                let mut telling = telling.clone();
                // What the release may tell besides is a doubt of all that was read in it.
                telling.doubts.extend(reading.doubts.iter().cloned());
                let told = Told { at, published: reading.published, telling };
                self.store.put_telling(series, &told)?;
            }
            // Kept with the reading for a person to look at; compared with nothing, told to nobody.
            None => self.store.take_telling(&at)?,
        }
        Ok(series)
    }

    /// Puts what a correction is about under its series anew; says which series are concerned.
    pub(super) fn place_again(
        &self,
        correction: &Correction,
    ) -> Result<Vec<SeriesKey>, StoreError> {
        let mut series = vec![correction.series.clone()];
        for at in correction.action.tellings() {
            series.extend(self.store.series_told_by(&at.release)?);
            let Some(kept) = self.store.release(&at.release)? else { continue };
            let place = usize::try_from(at.nth).ok();
            let telling = place.and_then(|place| kept.reading.inspections.get(place));
            if let (Some(telling), Action::Area { .. }) = (telling, &correction.action) {
                series.extend(self.put_telling(&kept.reading, at.nth, telling)?);
            }
        }
        Ok(series)
    }
}
