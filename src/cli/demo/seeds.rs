//! The example releases of `seeds/`, compiled in so that the demo runs from anywhere.

macro_rules! seeds {
    ($($name:literal),* $(,)?) => {
        /// Name and bytes of each release, in the order of publication: names begin with that date.
        pub const SEEDS: &[(&str, &[u8])] =
            &[$(($name, include_bytes!(concat!("../../../seeds/", $name)))),*];
    };
}

seeds![
    "2016-10-12-wakefield-childrens-services.txt",
    "2018-07-18-wakefield-childrens-services.eml",
    "2019-01-21-blackpool-childrens-services.txt",
    "2019-08-20-warrington-childrens-services.docx",
    "2020-12-09-wakefield-focused-visit.md",
    "2021-11-30-wolverhampton-send.html",
    "2022-01-05-wakefield-childrens-services.html",
    "2022-01-06-wakefield-newspaper.html",
    "2022-05-23-wolverhampton-childrens-services.pdf",
    "2022-11-22-cumbria-childrens-services.txt",
    "2023-02-13-blackpool-childrens-services.md",
    "2023-05-05-warrington-send.txt",
    "2023-05-08-warrington-parent-forum.md",
    "2024-06-28-westmorland-and-furness-childrens-services.html",
    "2024-07-22-warrington-childrens-services.odt",
    "2024-07-26-wakefield-send.txt",
    "2025-02-14-school-rating.txt",
    "2025-04-09-westmorland-and-furness-send.txt",
    "2025-07-18-wakefield-childrens-services.pdf",
    "2026-06-18-wolverhampton-childrens-services.eml",
    "2026-08-10-blackpool-childrens-services.pdf",
];

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::SEEDS;

    #[test]
    fn every_example_is_part_of_the_demo() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
        let mut names: Vec<_> = fs::read_dir(folder)
            .expect("seeds are there")
            .map(|entry| entry.expect("entry").file_name().into_string().expect("plain name"))
            .collect();
        names.sort();
        let known: Vec<_> = SEEDS.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(names, known);
    }
}
