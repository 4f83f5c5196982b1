"""图片新闻: a photo with a title of its own."""
