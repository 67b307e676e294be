//! Lists, gets and creates stories, and provokes two errors, through the generated client.
#![deny(warnings)]

use reqwest::header::{HeaderMap, HeaderValue};
use std::env;
use std::num::NonZeroU64;
use tines::types::{CreateStoryRequest, ErrorBody, Story};
use tines::{Client, Error};

type Failure = Box<dyn std::error::Error>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let tenant = open_tenant(&env::var("TINES_KEY")?)?;

    let stories = list_stories(&tenant).await?;
    assert!(stories.len() >= 3, "only {} stories", stories.len());
    println!("list ok");

    let first = &stories[0];
    let found = tenant.get_story(first.id, None, None, None).await?;
    assert_eq!(found.name, first.name);
    println!("get ok");

    let name = "Made from Rust";
    let request = CreateStoryRequest {
        team_id: first.team_id,
        name: Some(name.to_string()),
        description: None,
        disabled: false,
        folder_id: None,
        keep_events_for: None,
        priority: false,
        tags: None,
    };
    let created = tenant.create_story(&request).await?;
    assert_eq!(created.name, name);
    println!("create ok");

    let missing = NonZeroU64::try_from(999_999_999)?;
    match tenant.get_story(missing, None, None, None).await {
        Err(Error::ErrorResponse(answer)) => {
            assert_eq!(answer.status().as_u16(), 404);
            let body = answer.into_inner().subtype_0;
            assert!(body.is_some(), "an error of another shape");
        }
        other => panic!("an error was expected, not {other:?}"),
    }
    println!("error ok");

    match list_stories(&open_tenant("wrong-key")?).await {
        Err(Error::ErrorResponse(answer)) => assert_eq!(answer.status().as_u16(), 401),
        other => panic!("an error was expected, not {other:?}"),
    }
    println!("unauthorized ok");
    Ok(())
}

fn open_tenant(key: &str) -> Result<Client, Failure> {
    let (header, value) = match env::var("TINES_SCHEME")?.as_str() {
        "bearer" => ("authorization", format!("Bearer {key}")),
        _ => ("x-user-token", key.to_string()),
    };
    let mut headers = HeaderMap::new();
    headers.insert(header, HeaderValue::try_from(value)?);
    let http = reqwest::Client::builder()
        .default_headers(headers)
        .build()?;
    Ok(Client::new_with_client(&env::var("TINES_URL")?, http))
}

async fn list_stories(tenant: &Client) -> Result<Vec<Story>, Error<ErrorBody>> {
    let per_page = NonZeroU64::new(2);
    let mut stories = Vec::new();
    let mut next = NonZeroU64::new(1);
    while next.is_some() {
        let answer = tenant
            .list_stories(None, None, None, None, next, per_page, None, None, None)
            .await?
            .into_inner();
        stories.extend(answer.stories);
        next = answer.meta.next_page_number;
    }
    Ok(stories)
}
