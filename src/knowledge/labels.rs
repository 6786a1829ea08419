//! What people call judgements and grades: the words of the framework, or else of the identifier.

use super::frameworks::Frameworks;
use crate::model::framework::{FrameworkId, GradeId, JudgementId};

impl Frameworks {
    /// What a framework calls a judgement.
    pub fn judgement_label(&self, framework: Option<&FrameworkId>, id: &JudgementId) -> String {
        let framework = framework.and_then(|id| self.get(id));
        let spec = framework.and_then(|f| f.judgements.iter().find(|spec| spec.id == *id));
        spec.map_or_else(|| humanise(id.as_str()), |spec| spec.label.clone())
    }

    /// What a framework calls a grade of a judgement.
    pub fn grade_label(
        &self,
        framework: Option<&FrameworkId>,
        judgement: &JudgementId,
        grade: &GradeId,
    ) -> String {
        let specs = framework.and_then(|id| self.get(id)).into_iter().flat_map(|f| &f.judgements);
        let scales =
            specs.filter(|spec| spec.id == *judgement).filter_map(|s| self.scale(&s.scale));
        let found = scales.flat_map(|scale| &scale.grades).find(|known| known.id == *grade);
        found.map_or_else(|| humanise(grade.as_str()), |known| known.label.clone())
    }
}

/// An identifier as words: `requires-improvement` to `Requires improvement`.
pub fn humanise(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |c| c.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use crate::knowledge::Knowledge;

    #[test]
    fn judgements_and_grades_are_called_what_their_framework_calls_them() {
        let knowledge = Knowledge::embedded().expect("well formed");
        let frameworks = &knowledge.frameworks;
        let ilacs = "ilacs-2023".into();
        let label =
            |grade: &str| frameworks.grade_label(Some(&ilacs), &"overall".into(), &grade.into());
        assert_eq!(label("requires-improvement"), "Requires improvement");
        assert_eq!(label("no-such-grade"), "No such grade");
        let judgement = |id: &str| frameworks.judgement_label(None, &id.into());
        assert_eq!(judgement("help-and-protection"), "Help and protection");
    }
}
