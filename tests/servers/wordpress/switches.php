<?php
/* Plugin Name: What tests switch. No mail, nothing goes out, and a door (loopback only) to call WordPress' own functions. */
function from_here(): bool { return in_array($_SERVER['REMOTE_ADDR'] ?? '', ['127.0.0.1', '::1'], true); }

add_filter('pre_wp_mail', function ($sent, $mail) {
    file_put_contents(BLOG_FOLDER . '/mail.jsonl', json_encode(['to' => $mail['to'], 'subject' => $mail['subject']]) . "\n", FILE_APPEND);
    return true;
}, 10, 2);
add_filter('pre_http_request', fn () => new WP_Error('http_request_blocked', 'a test blog asks nobody'));
foreach (['core', 'plugins', 'themes'] as $what)
    add_filter("pre_site_transient_update_$what", fn () => (object) [
        'last_checked' => time(), 'version_checked' => get_bloginfo('version'), 'updates' => [], 'response' => [],
        'translations' => [], 'no_update' => [], 'checked' => [],
    ]);

/* Blogs differ: some take anonymous replies over REST, some close REST to strangers, some hide what they run on. */
add_filter('rest_allow_anonymous_comments', fn () => (bool) get_option('test_rest_anonymous', 0));
add_filter('rest_authentication_errors', fn ($result) => get_option('test_rest_blocked') && !is_user_logged_in()
    ? new WP_Error('rest_disabled', 'REST is for members.', ['status' => 401]) : $result);
add_action('init', function () {
    if (!get_option('test_no_generator')) return;
    remove_action('wp_head', 'wp_generator');
    add_filter('the_generator', '__return_empty_string');
});

/* Two replies from one address within so many seconds are a flood: WordPress says 15, 0 switches it off. */
add_action('init', fn () => remove_filter('comment_flood_filter', 'wp_throttle_comment_flood', 10));
add_filter('comment_flood_filter', function ($flood, $last, $new) {
    $seconds = (int) get_option('test_flood', 15);
    return $seconds > 0 && $new - $last < $seconds;
}, 99, 3);

/* POST /?test=calls [["function", argument, …], …]: calls them in order, answers what each returned. */
add_action('init', function () {
    if (($_GET['test'] ?? '') !== 'calls') return;
    if (!from_here()) wp_die('no', 403);
    $answers = [];
    foreach (json_decode(file_get_contents('php://input'), true) as [$function, $arguments]) {
        if ($function === 'update_option' && $arguments[0] === 'permalink_structure') {
            global $wp_rewrite;
            $wp_rewrite->set_permalink_structure($arguments[1]);
            delete_option('rewrite_rules');
            $answers[] = true;
            continue;
        }
        $answer = $function(...wp_slash($arguments));
        $answers[] = is_wp_error($answer) ? ['error' => $answer->get_error_message()] : $answer;
    }
    wp_send_json($answers);
}, 99);
