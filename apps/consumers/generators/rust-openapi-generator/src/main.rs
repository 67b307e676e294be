//! Lists, gets and creates stories, and provokes two errors, through the generated client.
#![deny(warnings)]

use std::env;
use tines::apis::Error;
use tines::apis::configuration::{ApiKey, Configuration};
use tines::apis::stories_api::{
    GetStoryError, ListStoriesError, create_story, get_story, list_stories,
};
use tines::models::{CreateStoryRequest, Story};

type Failure = Box<dyn std::error::Error>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let tenant = open_tenant(&env::var("TINES_KEY")?)?;

    let stories = list_all_stories(&tenant).await?;
    assert!(stories.len() >= 3, "only {} stories", stories.len());
    println!("list ok");

    let first = &stories[0];
    let found = get_story(&tenant, first.id, None, None, None).await?;
    assert_eq!(found.name, first.name);
    println!("get ok");

    let request = CreateStoryRequest {
        name: Some("Made from Rust".into()),
        ..CreateStoryRequest::new(first.team_id)
    };
    let created = create_story(&tenant, request.clone()).await?;
    assert_eq!(Some(created.name), request.name);
    println!("create ok");

    match get_story(&tenant, 999_999_999, None, None, None).await {
        Err(Error::ResponseError(answer)) => {
            assert_eq!(answer.status.as_u16(), 404);
            // The body is read as a value: the structure that the generator makes of the four shapes of an error fits none.
            let Some(GetStoryError::UnknownValue(body)) = answer.entity else {
                panic!("an error of another shape")
            };
            assert!(
                body["error"].is_string(),
                "an error of another shape: {body}"
            );
        }
        other => panic!("an error was expected, not {other:?}"),
    }
    println!("error ok");

    match list_all_stories(&open_tenant("wrong-key")?).await {
        Err(Error::ResponseError(answer)) => assert_eq!(answer.status.as_u16(), 401),
        other => panic!("an error was expected, not {other:?}"),
    }
    println!("unauthorized ok");
    Ok(())
}

fn open_tenant(key: &str) -> Result<Configuration, Failure> {
    let bearer = env::var("TINES_SCHEME")? == "bearer";
    Ok(Configuration {
        base_path: env::var("TINES_URL")?,
        bearer_access_token: bearer.then(|| key.into()),
        api_key: (!bearer).then(|| ApiKey {
            prefix: None,
            key: key.into(),
        }),
        ..Configuration::new()
    })
}

async fn list_all_stories(tenant: &Configuration) -> Result<Vec<Story>, Error<ListStoriesError>> {
    let mut stories = Vec::new();
    let mut next = Some(1);
    while let Some(page) = next {
        let answer = list_stories(
            tenant,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            Some(2),
            Some(page),
        )
        .await?;
        stories.extend(answer.stories);
        next = answer.meta.next_page_number.flatten();
    }
    Ok(stories)
}
