<?php
/* What `php -S` does with a request: files as they are, every other address to WordPress. */
$root = $_SERVER['DOCUMENT_ROOT'];
$path = rtrim(urldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '/'), '/');
if (is_file($root . $path) && !str_ends_with($path, '.php')) return false;
if ($path !== '' && is_file("$root$path/index.php")) $path .= '/index.php';
$script = is_file($root . $path) ? $path : '/index.php';
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $script;
$_SERVER['SCRIPT_FILENAME'] = $root . $script;
chdir(dirname($root . $script));
require $root . $script;
