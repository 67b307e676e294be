package com.example

import com.example.tines.apis.StoriesApi
import com.example.tines.auth.ApiKeyAuth
import com.example.tines.auth.HttpBearerAuth
import com.example.tines.infrastructure.ApiClient
import com.example.tines.infrastructure.Serializer
import com.example.tines.models.CreateStoryRequest
import com.example.tines.models.ErrorMessage
import com.example.tines.models.Story
import com.fasterxml.jackson.module.kotlin.readValue
import kotlinx.coroutines.runBlocking
import okhttp3.OkHttpClient
import retrofit2.HttpException
import retrofit2.Response

/** Lists, gets and creates stories, and provokes two errors, through the generated client. */
fun main() = runBlocking {
    val connections = OkHttpClient()
    val api = openStories(connections, environment("TINES_KEY"))

    val stories = listStories(api)
    check(stories.size >= 3) { "only ${stories.size} stories" }
    println("list ok")

    val first = stories.first()
    val found = bodyOf(api.getStory(first.id))
    check(found.name == first.name) { "the story is named ${found.name}" }
    println("get ok")

    val request = CreateStoryRequest(teamId = first.teamId, name = "Made from Kotlin")
    val created = bodyOf(api.createStory(request))
    check(created.name == request.name) { "the new story is named ${created.name}" }
    println("create ok")

    val missing = api.getStory(999_999_999)
    check(missing.code() == 404) { "status ${missing.code()}" }
    check(errorOf(missing).error.isNotEmpty()) { "an error of another shape" }
    println("error ok")

    val refused = openStories(connections, "wrong-key").listStories()
    check(refused.code() == 401) { "status ${refused.code()}" }
    println("unauthorized ok")

    // Its idle threads would hold the program for another minute.
    connections.dispatcher.executorService.shutdown()
}

private fun openStories(connections: OkHttpClient, key: String): StoriesApi {
    val client = ApiClient(environment("TINES_URL"), connections.newBuilder())
    when (environment("TINES_SCHEME")) {
        "bearer" -> client.addAuthorization("bearerAuth", HttpBearerAuth("bearer", key))
        else -> client.addAuthorization("userToken", ApiKeyAuth("header", "X-User-Token", key))
    }
    return client.createService(StoriesApi::class.java)
}

private suspend fun listStories(api: StoriesApi): List<Story> = buildList {
    var page: Int? = 1
    while (page != null) {
        val answer = bodyOf(api.listStories(perPage = 2, page = page))
        addAll(answer.stories)
        page = answer.meta.nextPageNumber
    }
}

private fun <T : Any> bodyOf(response: Response<T>): T = response.body() ?: throw HttpException(response)

private fun errorOf(response: Response<*>): ErrorMessage =
    Serializer.jacksonObjectMapper.readValue(checkNotNull(response.errorBody()).string())

private fun environment(name: String): String = checkNotNull(System.getenv(name)) { "$name is not set" }
