/** What a reader opens: each page is one class that adds its route and draws itself. */
@org.jspecify.annotations.NullMarked
package descent.web.page;
