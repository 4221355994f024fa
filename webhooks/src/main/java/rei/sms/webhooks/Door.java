package rei.sms.webhooks;

/** Which secret a path asks for. */
enum Door {

	/** None. */
	OPEN,
	/** The webhooks' own. */
	WEBHOOK,
	/** The operator's. */
	CRON,
	/** No path of ours is written like that: nobody gets in. */
	CROOKED

}
