// Each handler is wrong in one way, and the compiler says so on its line.
import type { paths } from '@tines-openapi/types';
import { createOpenApiHttp } from 'openapi-msw';

const http = createOpenApiHttp<paths>();

http.get('/api/v1/storys', ({ response }) => response.untyped(new Response()));
http.put('/api/v1/stories', ({ response }) => response.untyped(new Response()));
http.get('/api/v1/teams/{team_id}', ({ response }) => response(200).json({ id: 1101, nmae: 'Detection', groups: [] }));
http.get('/api/v1/teams/{team_id}', ({ response }) => response(418).empty());
http.delete('/api/v1/teams/{team_id}', ({ response }) => response(204).json({}));
http.get('/api/v1/teams/{team_id}', ({ params, response }) => response.untyped(new Response(params.teamId)));
