<?php
/* wp-config.php of every test blog: one tree of code, and the blog's own folder and address from outside. */
define('BLOG_FOLDER', rtrim(getenv('BLOG_FOLDER') ?: die('BLOG_FOLDER is not set'), '/'));
define('DB_DIR', BLOG_FOLDER . '/');
define('DB_FILE', 'blog.sqlite');
define('DB_ENGINE', 'sqlite');
define('DB_NAME', 'wordpress');
define('DB_USER', '');
define('DB_PASSWORD', '');
define('DB_HOST', '');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('SQLITE_JOURNAL_MODE', 'MEMORY');   // a test's database need not outlive the machine

/* The same database answers on whatever port it is served from. */
$address = 'http://' . ($_SERVER['HTTP_HOST'] ?? '127.0.0.1');
define('WP_HOME', $address);
define('WP_SITEURL', $address);
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
    define($name . '_KEY', hash('sha256', "key of $name"));
    define($name . '_SALT', hash('sha256', "salt of $name"));
}

/* Nothing goes out: no updates, no scheduled jobs, no requests. */
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISALLOW_FILE_MODS', true);

define('WP_ENVIRONMENT_TYPE', 'local');    // application passwords over plain HTTP
define('WP_DEBUG', false);
define('WP_DEBUG_DISPLAY', false);
ini_set('display_errors', '0');
error_reporting(E_ALL & ~E_DEPRECATED & ~E_NOTICE);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
