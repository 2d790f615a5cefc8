/** Two hundred first words that scanners ask a site for; none of them is a page of ours (S-061). */
export const PROBED_WORDS: readonly string[] = `
  .aws .bash_history .docker .DS_Store .env .env.bak .env.local .env.production .git .gitignore .htaccess .htpasswd .npmrc
  .ssh .svn .vscode .well-known/openid-configuration _debug _next _profiler _status _vti_bin account.json actuator
  actuator/env actuator/health actuator/heapdump actuator/mappings actuator/metrics admin admin.php admin/login
  adminer adminer.php administrator akeeba alive ansible api api-docs api/api-docs api/debug api/docs api/graphql
  api/health api/internal api/metrics api/openapi.json api/private api/status api/swagger api/v1 api/v1/users
  apc.php app.config app.js.map application.yml archive.zip asset-manifest.json authorize autodiscover aws backup
  backup.sql backup.tar.gz backups bash bin cache cgi-bin cfg ci cluster cmd composer.json composer.lock conf config
  config.json config.php config.yml connect console consul containers core credentials cron crossdomain.xml csp-report
  curl dashboard data data.sql database db db.sqlite debug debug.log debug/default debug/pprof debug/vars default deploy
  dev devtools diag diagnostics docker docker-compose.yml Dockerfile docs docs/api documentation download dump dump.sql
  elasticsearch elmah.axd env error_log etc/passwd eureka exec explorer export files flower ftp gateway gc grafana
  graphiql graphql h2-console health healthcheck healthz heapdump hidden hooks hystrix id_rsa index.php info info.php
  infos install internal invoker jenkins jmx jolokia json kibana kube legacy livez log logs logs/error.log mailhog
  main.js.map management manager manager/html manage metrics monitor monitoring mysql nacos nginx_status node_modules
  office officer old openapi openapi.json package.json package-lock.json phpinfo phpinfo.php phpmyadmin ping pma portainer
  private probe prometheus proxy pprof queue-admin rails readyz redis redoc remote root routes schema.sql secret secrets
  server-info server-status server.js setup shell solr source sql staff-only stats status swagger swagger-ui
  swagger-ui.html swagger.json sys system telescope temp terminal test tmp trace trace.axd upload uploads users.sql
  vendor version wp-admin wp-config.php wp-login.php xmlrpc.php zabbix
`
  .trim()
  .split(/\s+/)
