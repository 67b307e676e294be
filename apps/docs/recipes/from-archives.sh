# In your repository. The archives lie in a folder of it, such as vendor; the client needs the types, so name both.
npm install ./vendor/tines-openapi-types-0.1.0.tgz ./vendor/tines-openapi-client-0.1.0.tgz
