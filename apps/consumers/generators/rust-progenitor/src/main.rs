#![deny(warnings)]
mod generated { pub mod tines; }
fn main() {}
