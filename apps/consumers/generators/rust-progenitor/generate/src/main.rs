//! Writes the client to `src/generated/tines.rs`.
#![deny(warnings)]

use std::error::Error;
use std::fs::{self, File};

fn main() -> Result<(), Box<dyn Error>> {
    let document: openapiv3::OpenAPI = serde_json::from_reader(File::open("openapi.json")?)?;
    let client = progenitor::Generator::default().generate_tokens(&document)?;
    fs::create_dir_all("src/generated")?;
    fs::write(
        "src/generated/tines.rs",
        prettyplease::unparse(&syn::parse2(client)?),
    )?;
    Ok(())
}
