import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/** OpenAPI 3.1 from the routes' schemas, and the page to try them. */
export async function addApiDocument(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Firstfix',
        version: '0.1.0',
        description:
          'After-sales service: from a need at home to everybody paid, graded and wiser. Errors are problem+json, ' +
          'their words as Accept-Language asks (zh, en); ' +
          'commands take an Idempotency-Key; lists page by cursor; versioned objects answer with an ETag.',
      },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'firstfix_session' },
        },
      },
      security: [{ bearer: [] }, { cookie: [] }],
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/try',
    uiConfig: { docExpansion: 'none', persistAuthorization: true },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
